using System.Diagnostics;
using System.Globalization;
using ExerciseKit.Benchmarks.Grade;

namespace ExerciseKit.Benchmarks.Attacking;

/// <summary>What one <c>kit grade</c> took.</summary>
/// <param name="Name">The hand-in.</param>
/// <param name="ExitCode">How it ended: 3 would be a fault of the grader's.</param>
/// <param name="KitMegabytes">The most that the grader's own process held at a time (VmHWM).</param>
/// <param name="PreparerMegabytes">The same of the process that compiles and rewrites.</param>
/// <param name="ResultBytes">The size of the result.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record GraderUse(string Name, int ExitCode, long KitMegabytes, long PreparerMegabytes, int ResultBytes, double Seconds)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(25);

    /// <summary>Grades, and looks at the grader meanwhile. Linux alone tells.</summary>
    public static async Task<GraderUse> OfAsync(string name, string path, string? exercise, string root, CancellationToken cancellation)
    {
        string[] named = exercise is null ? [] : ["--exercise", exercise];
        var start = new ProcessStartInfo("dotnet", [KitCommand.Assembly, "grade", path, .. named, "--root", root, "--format", "json"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        try
        {
            using var result = new MemoryStream();
            var told = process.StandardOutput.BaseStream.CopyToAsync(result, cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            var (kit, preparer) = (0L, 0L);
            for (var ended = process.WaitForExitAsync(cancellation); !ended.IsCompleted; await Task.WhenAny(ended, Task.Delay(LookEvery, cancellation)))
            {
                kit = Math.Max(kit, PeakOf(process.Id));
                preparer = Math.Max(preparer, ChildrenOf(process.Id).Select(PeakOfPreparer).DefaultIfEmpty().Max());
            }

            await Task.WhenAll(told, errors);
            return new GraderUse(name, process.ExitCode, kit >> 20, preparer >> 20, (int)result.Length, clock.Elapsed.TotalSeconds);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static long PeakOfPreparer(int id) => Lines($"/proc/{id}/cmdline").Any(l => l.Contains("ExerciseKit.Preparer", StringComparison.Ordinal)) ? PeakOf(id) : 0;

    private static long PeakOf(int id) =>
        Lines($"/proc/{id}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)) is { } line
            ? long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) << 10
            : 0;

    private static IEnumerable<int> ChildrenOf(int id) =>
        Directory.Exists($"/proc/{id}/task")
            ? Directory.GetDirectories($"/proc/{id}/task").SelectMany(t => Lines(Path.Combine(t, "children"))).SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(c => int.Parse(c, CultureInfo.InvariantCulture))
            : [];

    private static string[] Lines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return [];
        }
    }
}
