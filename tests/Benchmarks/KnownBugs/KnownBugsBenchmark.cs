using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Tests.Exploring;
using ExerciseKit.Tests.KnownBugs;

namespace ExerciseKit.Benchmarks.KnownBugs;

/// <summary>What it costs to find each known bug, and to prove each mended program.</summary>
internal static class KnownBugsBenchmark
{
    /// <summary>Writes a table of the bugs, then one of the proofs.</summary>
    public static async Task RunAsync(TextWriter output, CancellationToken cancellation)
    {
        await using var bench = new Workbench();
        WarmUp(bench, cancellation);
        await FindAllAsync(bench, output, cancellation);
        output.WriteLine();
        await ProveAllAsync(bench, output, cancellation);
    }

    // Compiling the search itself and starting the first host are no part of any bug's figures.
    private static void WarmUp(Workbench bench, CancellationToken cancellation)
    {
        var bug = KnownBugCatalog.All[0];
        bench.Prepare(bug).Explore(bug.Scenario, Tier.Loose, bug.Properties, cancellation);
    }

    private static async Task FindAllAsync(Workbench bench, TextWriter output, CancellationToken cancellation)
    {
        var table = new MarkdownTable(output, "bug", "scenario", "found", "states", "real runs", "seconds", "preemptions", "schedules of SURW");
        foreach (var bug in KnownBugCatalog.All)
        {
            var program = bench.Prepare(bug);
            var found = program.Explore(bug.Scenario, Tier.Loose, bug.Properties, cancellation);
            var confirmed = found.Outcome is Broken && await program.DifferenceAsync(found, cancellation) is null;
            table.Row(
                bug.Name,
                bug.Scenario.Name,
                confirmed ? $"{found.Verdict}".ToLowerInvariant() : $"**{found.Outcome.GetType().Name}**",
                $"{found.Outcome.States:N0}",
                $"{found.RealRuns}",
                $"{found.Elapsed.TotalSeconds:F2}",
                found.Outcome is Broken broken ? $"{broken.Preemptions}" : "",
                bug.SchedulesOfSurw is { } schedules ? $"{schedules}" : "");
        }
    }

    private static async Task ProveAllAsync(Workbench bench, TextWriter output, CancellationToken cancellation)
    {
        var table = new MarkdownTable(output, "mended", "scenario", "came out", "states", "real runs", "seconds");
        foreach (var bug in KnownBugCatalog.All.Where(b => b.Mended is not null))
        {
            var program = bench.PrepareMended(bug);
            var proof = program.Explore(bug.Scenario, Tier.Loose, [.. bug.Properties, .. bug.Mended!.Value], cancellation);
            var confirmed = proof.Outcome is Covered && await program.DifferenceAsync(proof, cancellation) is null;
            table.Row(bug.Name, bug.Scenario.Name, confirmed ? "proved" : $"**{proof.Outcome.GetType().Name}**", $"{proof.Outcome.States:N0}", $"{proof.RealRuns}", $"{proof.Elapsed.TotalSeconds:F2}");
        }
    }
}
