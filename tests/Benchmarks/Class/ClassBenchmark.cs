using System.Diagnostics;
using System.Globalization;
using ExerciseKit.Tests;
using ExerciseKit.Tests.Classes;

namespace ExerciseKit.Benchmarks.Class;

/// <summary>How many hand-ins a minute a class's grading does, and how much memory it takes, beside calling <c>kit grade</c> once a hand-in.</summary>
internal static class ClassBenchmark
{
    private const int Jobs = 2;
    private const int OneByOne = 40;
    /// <summary>How many hand-ins the classes have where nobody says.</summary>
    public static readonly int[] Sizes = [50, 200, 500];

    public static async Task RunAsync(IReadOnlyList<int> sizes, TextWriter output, CancellationToken cancellation)
    {
        await output.WriteLineAsync($"hand-ins of one exercise each, every tenth broken, --jobs {Jobs}\n");
        var table = new MarkdownTable(output, "", "hand-ins", "seconds", "hand-ins a minute", "peak memory, MiB");
        using (var sketch = ClassSketch.Of(OneByOne))
        {
            var paths = Directory.GetFileSystemEntries(sketch.Path).Where(p => !p.EndsWith(".yml", StringComparison.Ordinal)).ToList();
            var clock = Stopwatch.StartNew();
            var peaks = new List<long>();
            // As many at once as the class has jobs.
            await Parallel.ForEachAsync(paths, new ParallelOptions { MaxDegreeOfParallelism = Jobs, CancellationToken = cancellation }, async (path, stop) =>
            {
                var peak = await RunAsync(["grade", path], stop);
                lock (peaks)
                    peaks.Add(peak);
            });
            Row(table, "`kit grade` for each", paths.Count, clock.Elapsed, peaks.Max());
        }

        foreach (var size in sizes)
        {
            using var sketch = ClassSketch.Of(size);
            using var results = new TemporaryFolder();
            var clock = Stopwatch.StartNew();
            var peak = await RunAsync(["grade-all", sketch.Path, "--out", Path.Combine(results.Path, "results"), "--jobs", $"{Jobs}"], cancellation);
            Row(table, "`kit grade-all`", size, clock.Elapsed, peak);
        }
    }

    private static void Row(MarkdownTable table, string name, int handIns, TimeSpan took, long peak) =>
        table.Row(name, $"{handIns}", $"{took.TotalSeconds:f0}", $"{handIns / took.TotalMinutes:f0}", (peak >> 20).ToString(CultureInfo.InvariantCulture));

    // The peak of the kit's own process: the compiler's and the hand-ins' are others.
    private static async Task<long> RunAsync(string[] arguments, CancellationToken cancellation)
    {
        var kit = Path.Combine(Repository.Root, "grader", "Cli", "bin", Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)))!, "net10.0", "kit.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [kit, .. arguments]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        var peak = 0L;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, Resident(process.Id));
            await Task.Delay(50, cancellation);
        }

        await Task.WhenAll(output, error);
        return process.ExitCode is 0 or 1 or 2 ? peak : throw new InvalidOperationException($"kit {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await error}");
    }

    private static long Resident(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.WorkingSet64;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // It ended just now.
            return 0;
        }
    }
}
