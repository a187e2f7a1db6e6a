using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Tests.Exploring;
using ExerciseKit.Tests.KnownBugs;

namespace ExerciseKit.Benchmarks.KnownBugs;

/// <summary>What it costs to find each known bug, and to prove each mended program.</summary>
internal sealed class KnownBugsBenchmark(KnownBugPrograms programs, Workbench bench, TextWriter output, CancellationToken cancellation)
{
    /// <summary>Writes a table of the bugs, then one of the proofs.</summary>
    /// <returns>Whether every bug was found and every mended program proved right.</returns>
    public static async Task<bool> RunAsync(IReadOnlyList<KnownBug> bugs, KnownBugPrograms programs, TextWriter output, CancellationToken cancellation)
    {
        await using var bench = new Workbench();
        var benchmark = new KnownBugsBenchmark(programs, bench, output, cancellation);
        benchmark.WarmUp(bugs[0]);
        var areFound = await benchmark.FindAllAsync(bugs);
        output.WriteLine();
        return await benchmark.ProveAllAsync(bugs.Where(b => b.Mended is not null)) && areFound;
    }

    // The runtime compiles the search itself, and starts the first host, at no bug's cost.
    private void WarmUp(KnownBug bug) => programs.Prepare(bench, bug).Explore(bug.Scenario, Tier.Loose, bug.Properties, cancellation);

    private async Task<bool> FindAllAsync(IEnumerable<KnownBug> bugs)
    {
        var table = new MarkdownTable(output, "bug", "scenario", "shows as", "states", "real runs", "seconds", "preemptions", "schedules of SURW");
        var areFound = true;
        foreach (var bug in bugs)
        {
            var program = programs.Prepare(bench, bug);
            var found = program.Explore(bug.Scenario, Tier.Loose, bug.Properties, cancellation);
            var isFound = found.Verdict == bug.Verdict && await program.DifferenceAsync(found, cancellation) is null;
            areFound &= isFound;
            table.Row(
                bug.Name,
                bug.Scenario.Name.En,
                isFound ? $"{found.Verdict}".ToLowerInvariant() : Missed(found),
                $"{found.Outcome.States:N0}",
                $"{found.RealRuns}",
                $"{found.Elapsed.TotalSeconds:F2}",
                found.Outcome is Broken broken ? $"{broken.Preemptions}" : "",
                bug.SchedulesOfSurw is { } schedules ? $"{schedules}" : "");
        }

        return areFound;
    }

    private async Task<bool> ProveAllAsync(IEnumerable<KnownBug> bugs)
    {
        var table = new MarkdownTable(output, "mended", "scenario", "came out", "states", "real runs", "seconds");
        var areProved = true;
        foreach (var bug in bugs)
        {
            var program = programs.PrepareMended(bench, bug);
            var proof = program.Explore(bug.Scenario, Tier.Loose, [.. bug.Properties, .. bug.Mended!.Value], cancellation);
            var isProved = proof.Outcome is Covered && await program.DifferenceAsync(proof, cancellation) is null;
            areProved &= isProved;
            table.Row(bug.Name, bug.Scenario.Name.En, isProved ? "proved" : Missed(proof), $"{proof.Outcome.States:N0}", $"{proof.RealRuns}", $"{proof.Elapsed.TotalSeconds:F2}");
        }

        return areProved;
    }

    private static string Missed(Explored explored) =>
        explored.Outcome is OutOfBudget { Limit: var limit } ? $"**budget: {limit.En}**" : $"**{explored.Verdict}**";
}
