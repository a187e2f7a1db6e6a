using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace ExerciseKit.Tests.Bounds;

/// <summary>Where the threads of this process stand, as far as they stand in the kit's own code.</summary>
/// <remarks>
/// .NET tells a thread's stack to that thread alone; the tool that comes with the runtime for crash reports can read them all.
/// An asynchronous method that waits stands on no thread, and so in no line here.
/// </remarks>
internal static class ThreadStacks
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static string OfThisProcess()
    {
        var report = Path.Combine(Path.GetTempPath(), $"stuck-{Environment.ProcessId}");
        try
        {
            var tool = Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "createdump");
            string[] arguments = ["--crashreportonly", "--name", report, Environment.ProcessId.ToString(CultureInfo.InvariantCulture)];
            using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            if (!process.WaitForExit(Patience))
                process.Kill();
            using var json = JsonDocument.Parse(File.ReadAllText($"{report}.crashreport.json"));
            return string.Join("\n\n", json.RootElement.GetProperty("payload").GetProperty("threads").EnumerateArray().Select(Describe).Where(t => t.Length > 0));
        }
        // Whatever is wrong with the tool, the test's name must still be told.
        catch (Exception e)
        {
            return $"  (not known: {e.Message})";
        }
        finally
        {
            File.Delete($"{report}.crashreport.json");
        }
    }

    // What is outermost, the test runner's, is the same for all.
    private static string Describe(JsonElement thread)
    {
        var frames = thread.GetProperty("stack_frames").EnumerateArray().Where(f => f.TryGetProperty("method_name", out _)).ToList();
        var isOurs = frames.Exists(IsOurs) && !frames.Exists(f => Method(f).StartsWith(typeof(StuckProcess).FullName!, StringComparison.Ordinal));
        return isOurs ? string.Join('\n', frames.Take(frames.FindLastIndex(IsOurs) + 1).Select(f => $"  {Method(f)}")) : "";
    }

    private static bool IsOurs(JsonElement frame) => Method(frame).StartsWith("ExerciseKit.", StringComparison.Ordinal);

    private static string Method(JsonElement frame) => frame.GetProperty("method_name").GetString()!.Split('(')[0];
}
