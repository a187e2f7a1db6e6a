using System.Diagnostics;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Tests.Exploring;

namespace ExerciseKit.Benchmarks.Rerunning;

/// <summary>How likely reruns are to show a fault, against exploring the same program once.</summary>
internal static class RerunBenchmark
{
    /// <summary>Enough for shares of some per cent; four cases take some three minutes.</summary>
    public const int DefaultRuns = 100;

    /// <summary>How often a grader that reruns does so.</summary>
    private const int Reruns = 20;

    /// <summary>Writes a row a case.</summary>
    /// <param name="runs">Cold runs of each case.</param>
    public static async Task RunAsync(int runs, TextWriter output, CancellationToken cancellation)
    {
        await using var bench = new Workbench();
        var table = new MarkdownTable(output, "program", "runs", "show the fault", $"chance that {Reruns} miss it", $"seconds for {Reruns}", "explored", "seconds", "states", "real runs");
        foreach (var of in RerunCase.All)
        {
            var source = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Rerunning", "Programs", of.Program + ".cs"), cancellation);
            var (shown, seconds) = await RerunAsync(of, source, runs, cancellation);
            var (explored, confirmed) = await ExploreAsync(bench, of, source, cancellation);
            table.Row(
                of.Name,
                $"{runs}",
                $"{shown} ({(double)shown / runs:P1})",
                shown > 0 ? $"{ChanceOfMissing((double)shown / runs):P1}" : $"over {ChanceOfMissing(MostLikelyAtMost(runs)):P1}",
                $"{seconds / runs * Reruns:F1}",
                confirmed ? $"{explored.Verdict}".ToLowerInvariant() : $"**{explored.Outcome.GetType().Name}**",
                $"{explored.Elapsed.TotalSeconds:F2}",
                $"{explored.Outcome.States:N0}",
                $"{explored.RealRuns}");
        }
    }

    private static async Task<(int Shown, double Seconds)> RerunAsync(RerunCase of, string source, int runs, CancellationToken cancellation)
    {
        using var program = new ColdProgram(source);
        var began = Stopwatch.GetTimestamp();
        var shown = 0;
        for (var i = 0; i < runs; i++)
            shown += of.Shows(await program.RunAsync(of.Arguments, cancellation)) ? 1 : 0;
        return (shown, Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    private static async Task<(Explored Explored, bool Confirmed)> ExploreAsync(Workbench bench, RerunCase of, string source, CancellationToken cancellation)
    {
        var program = bench.Prepare(of.Program, of.Entry, (of.Program + ".cs", source));
        var explored = program.Explore(of.Scenario, Tier.Loose, of.Properties, cancellation);
        var confirmed = explored.Outcome is Broken && explored.Verdict == of.Verdict && await program.DifferenceAsync(explored, cancellation) is null;
        return (explored, confirmed);
    }

    private static double ChanceOfMissing(double share) => Math.Pow(1 - share, Reruns);

    // "Rule of three": with 95 % confidence, a fault that no run has shown has no larger share.
    private static double MostLikelyAtMost(int runs) => 3.0 / runs;
}
