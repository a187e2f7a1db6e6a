using ExerciseKit.Checks.TicketSale;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Tests;
using ExerciseKit.Tests.Exploring;

namespace ExerciseKit.Benchmarks.TicketSale;

/// <summary>What it costs to prove the ticket sale right, by the number of buyers, and to find the fault of each wrong answer to it.</summary>
internal sealed class TicketSaleBenchmark(Workbench bench, TextWriter output, CancellationToken cancellation)
{
    private const string Database = "ticket_data.json";

    private static readonly LinePattern Bought = LinePattern.Like("{user} bought a ticket");
    private static readonly LinePattern NoneLeft = LinePattern.Like("{user} found none left");
    private static readonly string Solution = Path.Combine(Repository.Root, "solutions", "07-ticket-sale");

    /// <summary>Writes a table of the proofs, then one of the wrong answers.</summary>
    /// <returns>Whether the solution was proved and every wrong answer failed a check that it says it fails.</returns>
    public static async Task<bool> RunAsync(TextWriter output, CancellationToken cancellation)
    {
        await using var bench = new Workbench();
        var benchmark = new TicketSaleBenchmark(bench, output, cancellation);
        var program = benchmark.Prepare(Path.Combine(Solution, "TicketSale.cs"));
        // The runtime compiles the search itself, and starts the first host, at no row's cost.
        program.Explore(Sale(2), Tier.Loose, Sold(2), cancellation);
        var areProved = await benchmark.ProveAsync(program);
        output.WriteLine();
        return await benchmark.FindAllAsync() && areProved;
    }

    private async Task<bool> ProveAsync(ExplorableProgram program)
    {
        var table = new MarkdownTable(output, "the solution", "time", "came out", "states", "real runs", "seconds");
        var areProved = true;
        foreach (var buyers in new[] { 3, 4, 5 })
        {
            foreach (var tier in new[] { Tier.Strict, Tier.Loose })
            {
                var proof = program.Explore(Sale(buyers), tier, Sold(buyers), cancellation);
                var isProved = proof.Outcome is Covered && await program.DifferenceAsync(proof, cancellation) is null;
                areProved &= isProved;
                table.Row(Sale(buyers).Name.En, Lower(tier), isProved ? "proved" : "**not proved**", $"{proof.Outcome.States:N0}", $"{proof.RealRuns}", $"{proof.Elapsed.TotalSeconds:F2}");
            }
        }

        return areProved;
    }

    private async Task<bool> FindAllAsync()
    {
        var table = new MarkdownTable(output, "wrong answer", "check", "verdict", "time", "states", "real runs", "seconds", "preemptions");
        var areFound = true;
        foreach (var path in Directory.GetFiles(Path.Combine(Solution, "mutants"), "*.cs").Order(StringComparer.Ordinal))
        {
            var program = Prepare(path);
            var expected = (await File.ReadAllLinesAsync(path, cancellation))[0];
            var name = Path.GetFileNameWithoutExtension(path);
            foreach (var check in new TicketSaleChecks().Checks(new Draw(1)).Where(c => expected.Contains(c.Id, StringComparison.Ordinal)))
            {
                var (found, verdict) = Find(program, check);
                var isFound = found is not null && expected.Contains(Lower(verdict), StringComparison.Ordinal)
                    && await program.DifferenceAsync(found, cancellation) is null;
                areFound &= isFound;
                table.Row(
                    name,
                    check.Id,
                    isFound ? Lower(verdict) : "**not found**",
                    found is null ? "" : Lower(found.Tier),
                    $"{found?.Outcome.States:N0}",
                    $"{found?.RealRuns}",
                    $"{found?.Elapsed.TotalSeconds:F2}",
                    found?.Outcome is Broken broken ? $"{broken.Preemptions}" : "");
            }
        }

        return areFound;
    }

    /// <summary>The first search that tells the answer from a right one, in the order in which a check is judged.</summary>
    private (Explored? Found, Verdict Verdict) Find(ExplorableProgram program, Check check)
    {
        foreach (var scenario in check.Scenarios)
        {
            foreach (var tier in new[] { Tier.Strict, Tier.Loose })
            {
                var properties = check.Properties.Where(p => p.Tiers.Contains(tier)).ToList();
                var explored = program.Explore(scenario, tier, properties, cancellation);
                if (explored.Outcome is Broken)
                    return (explored, explored.Verdict!.Value);
                if (explored.Outcome is Covered covered && properties.Exists(p => p.IsExistential && !covered.Reached.Contains(p)))
                    return (explored, Verdict.Violation);
            }
        }

        return (null, Verdict.Passed);
    }

    private ExplorableProgram Prepare(string path) => bench.Prepare(
        "TicketSale",
        "Run(string database, string[] users)",
        ("TicketSale.cs", File.ReadAllText(path)),
        ("TicketFile.cs", File.ReadAllText(Path.Combine(Repository.Root, "exercises", "07-ticket-sale", "TicketFile.cs"))));

    private static Scenario Sale(int buyers) =>
        Scenario.Of($"{buyers} buyers, 2 tickets", "Run", Database, Enumerable.Range(1, buyers).Select(i => $"buyer{i}").ToArray())
            .WithFile(Database, """{"tickets": 2}""");

    private static EquatableArray<Property> Sold(int buyers) =>
        new Check("sale", "The sale", 10)
            .AtEnd("every buyer comes to a decision", Observe.Lines(Bought, NoneLeft), decisions => decisions.Count == buyers)
            .Never("no more than 2 tickets are sold", Observe.Count(Bought), sold => sold > 2)
            .NoRaceOn(Database).Properties;

    private static string Lower<T>(T value) => $"{value}".ToLowerInvariant();
}
