using System.Diagnostics;
using System.Text;
using ExerciseKit.Tests.Cli;

namespace ExerciseKit.Tests.Bounds;

/// <summary>Ends this process and all that it has started, saying why and where it stood.</summary>
internal static class StuckProcess
{
    public static void End(string why)
    {
        var started = ProcessTree.Descendants(Environment.ProcessId);
        var text =
            $"""
            {why} Nothing can be relied on after it, so the test process ends here.
            Where its threads stood in the kit's code (what waits asynchronously stands on none):
            {ThreadStacks.OfThisProcess()}
            What it had started:
            {string.Join('\n', started.Select(id => $"  {id}: {ProcessTree.CommandLine(id)}"))}

            """;
        // Not Console.Error: NUnit has taken that, and keeps what it is given for a test's end.
        using (var error = Console.OpenStandardError())
            error.Write(Encoding.UTF8.GetBytes(text));
        foreach (var id in started)
            Kill(id);
        // An ordinary exit runs more code, which may be stuck too.
        Process.GetCurrentProcess().Kill();
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // It has ended meanwhile.
        }
    }
}
