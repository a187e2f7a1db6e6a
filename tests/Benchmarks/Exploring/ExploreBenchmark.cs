using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Tests;
using ExerciseKit.Tests.Exploring;
using ExerciseKit.Tests.KnownBugs;

namespace ExerciseKit.Benchmarks.Exploring;

/// <summary>States a second and memory a state of the search alone: all that the processes do is known before it begins.</summary>
internal sealed class ExploreBenchmark(Workbench bench, TextWriter output, CancellationToken cancellation)
{
    private const string Database = "ticket_data.json";

    /// <summary>With more buyers than these nobody is told apart: each one more is seven times the states.</summary>
    private const int MostToldApart = 6;

    private static readonly SearchBudget Boundless = new(MaxStates: 50_000_000, MaxEntries: 2_000_000_000, MaxRealRuns: 1_000_000);
    private static readonly LinePattern Bought = LinePattern.Like("{user} bought a ticket");
    private static readonly LinePattern NoneLeft = LinePattern.Like("{user} found none left");

    private readonly MarkdownTable table = new(output, "program", "time", "came out", "states", "seconds", "states a second", "allocated a state");

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
        var withLock = Sale(File.ReadAllText(PathOf("solutions", "07-ticket-sale", "TicketSale.cs")));
        var without = Sale(File.ReadAllText(PathOf("solutions", "07-ticket-sale", "mutants", "no-lock.cs")));
        withLock.CostOf(SaleOf(3), Tier.Loose, Sold(3), Boundless, cancellation);
        for (var buyers = 3; buyers <= most; buyers++)
        {
            Measure($"sale with lock, {buyers} buyers", withLock, SaleOf(buyers), Sold(buyers));
            if (buyers <= MostToldApart)
                Measure($"sale with lock, {buyers} buyers, told apart", withLock, SaleOf(buyers), [.. Sold(buyers), ToldApart]);
            if (buyers <= MostToldApart)
                Measure($"sale without lock, {buyers} buyers", without, SaleOf(buyers), [Decided(buyers)]);
        }

        var kitchen = bench.Prepare("Kitchen", "Run(string[] cooks, string[] guests, int dishes)", ("Kitchen.cs", File.ReadAllText(PathOf("solutions", "11-producers-consumers", "Kitchen.cs"))));
        Measure("kitchen, 2 cooks, 2 guests, 2 dishes each", kitchen, Scenario.Of("kitchen", "Run", (string[])["ann", "bob"], (string[])["cem", "dora"], 2), []);
        foreach (var bug in KnownBugCatalog.All.Where(b => b.Name is "wronglock" or "din_phil5"))
            Measure($"{bug.Name}, mended", KnownBugPrograms.Moving.PrepareMended(bench, bug), bug.Scenario, bug.Mended ?? []);
        CompareWithSpin(most);
    }

    private void Measure(string name, ExplorableProgram program, Scenario scenario, IReadOnlyList<Property> properties)
    {
        foreach (var tier in new[] { Tier.Strict, Tier.Loose })
        {
            var cost = program.CostOf(scenario, tier, properties, Boundless, cancellation);
            var states = cost.Outcome.States;
            table.Row(
                name,
                $"{tier}".ToLowerInvariant(),
                cost.Outcome is Covered ? "proved" : cost.Outcome.GetType().Name,
                $"{states:N0}",
                $"{cost.Elapsed.TotalSeconds:F2}",
                $"{states / cost.Elapsed.TotalSeconds:N0}",
                $"{cost.Allocated / states:N0}");
        }
    }

    private void CompareWithSpin(int most)
    {
        if (!SpinModel.CanRun)
        {
            output.WriteLine("\nSPIN and gcc are not here (Debian: spin, gcc); the models of Models/ were not run.");
            return;
        }

        output.WriteLine();
        var model = new SpinModel("sale.pml");
        var spin = new MarkdownTable(output, "SPIN, the sale", "reduction", "states", "seconds", "states a second", "bytes of a state");
        for (var buyers = 3; buyers <= most; buyers++)
        {
            foreach (var (name, definitions) in ((string, string[])[])[("with lock", [$"N={buyers}"]), ("without lock", [$"N={buyers}", "NOLOCK"])])
            {
                // Seven without a lock are 75 million states, and more than 6 GB.
                if (buyers > MostToldApart && definitions.Length > 1)
                    continue;
                foreach (var reduces in (bool[])[false, true])
                {
                    var run = model.Run(reduces, definitions);
                    spin.Row($"{name}, {buyers} buyers", reduces ? "yes" : "no", $"{run.States:N0}", $"{run.Elapsed.TotalSeconds:F2}", $"{run.States / run.Elapsed.TotalSeconds:N0}", $"{run.BytesOfState}");
                }
            }
        }
    }

    private ExplorableProgram Sale(string source) => bench.Prepare(
        "TicketSale",
        "Run(string database, string[] users)",
        ("TicketSale.cs", source),
        ("TicketFile.cs", File.ReadAllText(PathOf("exercises", "07-ticket-sale", "TicketFile.cs"))));

    private static string PathOf(params string[] parts) => Path.Combine([Repository.Root, .. parts]);

    private static Scenario SaleOf(int buyers) =>
        Scenario.Of($"{buyers} buyers, 2 tickets", "Run", Database, Enumerable.Range(1, buyers).Select(i => $"buyer{i}").ToArray())
            .WithFile(Database, """{"tickets": 2}""");

    private static EquatableArray<Property> Sold(int buyers) =>
        new Check("sale", "The sale", 10)
            .That(Decided(buyers))
            .Never("no more than 2 tickets are sold", Observe.Count(Bought), sold => sold > 2)
            .NoRaceOn(Database).Properties;

    private static AtEnd<EquatableArray<Saying>> Decided(int buyers) =>
        new("every buyer comes to a decision", Observe.Lines(Bought, NoneLeft), (decisions, _) => decisions.Count == buyers);

    /// <summary>Looks for one line of one buyer's, so that no other can stand for him: each is in the same two states, printed or not, for all that it matters.</summary>
    private static Property ToldApart => new Never<int>("nobody is called so", new Observer<int>(0, (n, _) => n, [LinePattern.Like("buyer1 is called so")]) { SeesTime = false }, n => n > 0);
}
