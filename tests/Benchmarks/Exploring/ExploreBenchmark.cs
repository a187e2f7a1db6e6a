using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Tests;
using ExerciseKit.Tests.Exploring;

namespace ExerciseKit.Benchmarks.Exploring;

/// <summary>States a second and memory a state of the search alone: all that the processes do is known before it begins.</summary>
internal sealed class ExploreBenchmark(Workbench bench, TextWriter output, CancellationToken cancellation)
{
    private const string Database = "ticket_data.json";

    private static readonly LinePattern Bought = LinePattern.Like("{user} bought a ticket");
    private static readonly LinePattern NoneLeft = LinePattern.Like("{user} found none left");
    private static readonly string Solution = Path.Combine(Repository.Root, "solutions", "07-ticket-sale");

    /// <summary>Writes the table.</summary>
    /// <param name="most">The most buyers.</param>
    /// <param name="output">Where.</param>
    public static async Task RunAsync(int most, TextWriter output, CancellationToken cancellation)
    {
        await using var bench = new Workbench();
        new ExploreBenchmark(bench, output, cancellation).Run(most);
    }

    private void Run(int most)
    {
        var table = new MarkdownTable(output, "program", "time", "came out", "states", "seconds", "states a second", "allocated a state");
        var withLock = Prepare(Path.Combine(Solution, "TicketSale.cs"));
        withLock.CostOf(Sale(3), Tier.Loose, Sold(3), new SearchBudget(), cancellation);
        for (var buyers = 3; buyers <= most; buyers++)
        {
            foreach (var tier in new[] { Tier.Strict, Tier.Loose })
            {
                var cost = withLock.CostOf(Sale(buyers), tier, Sold(buyers), new SearchBudget(MaxStates: 20_000_000, MaxEntries: 1_000_000_000, MaxRealRuns: 1_000_000), cancellation);
                var states = cost.Outcome.States;
                table.Row(
                    $"sale with lock, {buyers} buyers",
                    $"{tier}".ToLowerInvariant(),
                    cost.Outcome is Covered ? "proved" : cost.Outcome.GetType().Name,
                    $"{states:N0}",
                    $"{cost.Elapsed.TotalSeconds:F2}",
                    $"{states / cost.Elapsed.TotalSeconds:N0}",
                    $"{cost.Allocated / states:N0}");
            }
        }
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
}
