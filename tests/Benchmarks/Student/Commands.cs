using System.Diagnostics;

namespace ExerciseKit.Benchmarks.Student;

/// <summary>Runs a command as a student's machine would: with the build servers that this one may have switched off.</summary>
internal static class Commands
{
    /// <summary>Runs it to its end.</summary>
    /// <param name="expectedExit">Any other exit code is an error: the time of a command that failed says nothing.</param>
    /// <returns>How long it took.</returns>
    public static async Task<TimeSpan> RunAsync(string program, IReadOnlyList<string> arguments, string folder, int expectedExit, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(n => n.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || n is "UseSharedCompilation" or "DOTNET_CLI_USE_MSBUILD_SERVER" or "CI").ToList())
            start.Environment.Remove(name);
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        try
        {
            // Not to their ends: a build server that stays holds them open.
            process.OutputDataReceived += Ignore;
            process.ErrorDataReceived += Ignore;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            while (!process.HasExited)
                await Task.Delay(5, cancellation);
            return process.ExitCode == expectedExit
                ? clock.Elapsed
                : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode} in {folder}, so its time says nothing.");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static void Ignore(object sender, DataReceivedEventArgs e)
    {
    }
}
