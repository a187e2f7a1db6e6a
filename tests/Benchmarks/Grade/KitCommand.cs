using System.Diagnostics;
using ExerciseKit.Tests;

namespace ExerciseKit.Benchmarks.Grade;

/// <summary>A whole run of <c>kit</c> as a process, built in the same configuration as the benchmarks.</summary>
internal static class KitCommand
{
    /// <summary>Its assembly.</summary>
    public static string Assembly { get; } = Path.Combine(
        Repository.Root,
        "grader",
        "Cli",
        "bin",
        Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)))!,
        "net10.0",
        "kit.dll");

    /// <summary>Runs it in the kit's root.</summary>
    /// <param name="expectedExit">Any other exit code is an error: the time of a command that failed says nothing.</param>
    /// <param name="cache">Where it keeps what it knows of the exercises' projects.</param>
    /// <returns>What it printed, and how long it took.</returns>
    public static Task<(string Output, TimeSpan Took)> RunAsync(int expectedExit, string cache, CancellationToken cancellation, params string[] arguments) =>
        RunAsync(expectedExit, cache, Environment.GetEnvironmentVariable("PATH") ?? "", [], cancellation, arguments);

    /// <summary>The same, with another <paramref name="path"/> to look for commands, and on a system that does not support the calls <paramref name="refused"/>.</summary>
    public static async Task<(string Output, TimeSpan Took)> RunAsync(int expectedExit, string cache, string path, RefusedCalls.Call[] refused, CancellationToken cancellation, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, .. arguments])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            Environment = { ["EXERCISEKIT_CACHE"] = cache, ["PATH"] = path },
        };
        var clock = Stopwatch.StartNew();
        using var process = RefusedCalls.Around(RefusedCalls.NotSupported, refused, () => Process.Start(start)!);
        try
        {
            var output = await process.StandardOutput.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode == expectedExit
                ? (output, clock.Elapsed)
                : throw new InvalidOperationException($"kit {string.Join(' ', arguments)} ended with {process.ExitCode}, so its time says nothing:\n{output}");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
