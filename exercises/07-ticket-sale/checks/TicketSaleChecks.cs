using System.Text.Json.Nodes;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.TicketSale;

/// <summary>What 07-ticket-sale must hold.</summary>
public sealed class TicketSaleChecks() : ExerciseChecks("07-ticket-sale")
{
    private static readonly string[] Files = ["ticket_data.json", "concert.json", "tickets.txt"];

    // Fewer tickets than buyers.
    private static readonly Family<Sale> Scarce = Family.Of(
        "scarce", chance => Sale.Of(chance.Names(2), 1).In(chance.OneOf(Files)), Sale.Of(["ann", "bob", "cem"], 2));

    // The last ticket, and none at all; and a file of another name.
    private static readonly Family<Sale> LastOnes = Family.Of(
        "last", chance => Sale.Of(chance.Names(2), chance.From(0, 1)), Sale.Of(["ann", "bob", "cem"], 1), Sale.Of(["zoe", "al"], 0).In("concert.json"));

    // Tickets for all: what is left has fewer digits than before, or as many.
    private static readonly Family<Sale> Plenty = Family.Of(
        "plenty", chance => Sale.Of(chance.Names(2), chance.From(2, 120)), Sale.Of(["ann", "bob"], 3), Sale.Of(["nora", "jo"], 11).In("tickets.txt"));

    public override LiveRun Live { get; } = new(
        Sale.Of([.. Enumerable.Range(1, 30).Select(i => $"buyer{i}")], 12).ScenarioNamed("30 buyers, 12 tickets"),
        // Each buyer, also one who finds none left, holds the lock through the network delay of 0.1 s.
        TimeSpan.FromSeconds(3));

    public override IReadOnlyList<Check> Checks(Draw draw)
    {
        var scarce = draw.Of(Scarce);
        return
        [
            new Check("no-oversell", "No ticket is sold twice", 4)
                .Each(scarce, (check, sale) => check
                    .In(sale.Scenario)
                    .AtEnd("every buyer comes to a decision", sale.Decisions, decisions => decisions.Count == sale.Users.Count)
                    .Never($"no more than {Sale.Counted(sale.Tickets)} sold", Observe.Count(sale.Bought), sold => sold > sale.Tickets))
                .WithHint("Between reading how many are left and writing one less, what may the other buyers do?"),
            new Check("sells-what-there-is", "As many are sold as there are buyers and tickets for, and the file says what is left", 1)
                .Each(draw.Of(LastOnes), SellsWhatThereIs)
                .Sampling(draw.One("larger", chance => Sale.Of(chance.Names(6), chance.From(2, 5))), SellsWhatThereIs),
            new Check("plenty", "With tickets for all, everybody gets one", 1)
                .Each(draw.Of(Plenty), SellsWhatThereIs),
            new Check("own-process", "Each buyer is a process of its own", 1)
                .Each(scarce, (check, sale) => check
                    .In(sale.Scenario)
                    .AtEnd("each buyer looks", Observe.Sayings(sale.Sees, "user"), sayings => OneProcessEach(sayings, sale))
                    .AtEnd("each buyer's decision comes from a child of its own", sale.Decisions, decisions => OneDecisionEach(decisions, sale))
                    .AtEnd("the buyers write the file, not the parent", WritesByTheParent(sale), writes => writes == 0)),
            new Check("free-looks", "Looking is not queued up behind buying", 2)
                .Each(scarce, (check, sale) => check
                    .In(sale.Scenario)
                    .AtEnd("each buyer looks", Observe.Count(sale.Sees), looks => looks == sale.Users.Count)
                    .Sometimes("two buyers can look before the first has bought", LooksBeforeTheFirstSale(sale), looks => looks.Count >= 2))
                .WithHint("Which part of a buyer's work needs the lock, and which does not?"),
            new Check("no-broken-read", "Nobody meets a half-written file", 1)
                .Each(scarce, (check, sale) => check
                    .In(sale.Scenario)
                    .AtEnd("every buyer comes to a decision", sale.Decisions, decisions => decisions.Count == sale.Users.Count)
                    .NoRaceOn(sale.Database))
                .WithHint("File.WriteAllText first empties the file and then fills it. Who may read it in between?"),
        ];
    }

    private static Check SellsWhatThereIs(Check check, Sale sale) => check
        .In(sale.Scenario)
        .AtEnd($"{Sale.Counted(sale.ToBeSold)} sold", Observe.Count(sale.Bought), sold => sold == sale.ToBeSold)
        .That(Leaves(sale));

    /// <summary>The file gets its new content by these, be it in one step or in two.</summary>
    private static EventPattern[] WritesOfTheFile(Sale sale, Who who) =>
    [
        new OperationPattern<MoveFile> { Who = who, Where = move => move.NewPath == sale.Database },
        new OperationPattern<FillFile> { Who = who, Where = fill => fill.Path == sale.Database },
        new OperationPattern<WriteFileAt> { Who = who, Where = write => write.Path == sale.Database },
    ];

    private static Observer<int> WritesByTheParent(Sale sale) => new(
        0,
        (n, _) => n + 1,
        [.. WritesOfTheFile(sale, Who.Root)],
        n => $"the parent wrote the file {n} times")
    { SeesTime = false };

    private static AtEnd<int> Leaves(Sale sale) => new(
        $"the file says that {sale.Tickets - sale.ToBeSold} are left",
        Observe.Nothing,
        (_, end) => TicketsIn(end, sale) == sale.Tickets - sale.ToBeSold,
        (_, end) => $"the file holds {end.FileText(sale.Database) ?? "nothing: it is gone"}");

    private static int? TicketsIn(ProgramEnd end, Sale sale)
    {
        try
        {
            return end.FileText(sale.Database) is { } text ? (int?)JsonNode.Parse(text)?["tickets"] : null;
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException or FormatException)
        {
            return null; // A student may leave anything in the file.
        }
    }

    private static Observer<LooksSeen> LooksBeforeTheFirstSale(Sale sale) => new(
        new LooksSeen(0, IsOver: false),
        (seen, happened) => happened is LinePrinted
            ? seen.IsOver ? seen : seen with { Count = seen.Count + 1 }
            : seen with { IsOver = true },
        [sale.Sees, .. WritesOfTheFile(sale, Who.Anybody)],
        seen => $"at most {seen.Count} looked before the first sale")
    { SeesTime = false };

    private static bool OneProcessEach(EquatableArray<Saying> sayings, Sale sale) =>
        sayings.All(s => s.Agent != Contract.Names.Root)
        && sayings.Select(s => s.Agent).Distinct().Count() == sale.Users.Count
        && sayings.Select(s => s.Text).Order(StringComparer.Ordinal).SequenceEqual(sale.Users.Order(StringComparer.Ordinal));

    private static bool OneDecisionEach(EquatableArray<Saying> sayings, Sale sale) => OneProcessEach(
        sayings.Select(s => s with { Text = s.Text.Split(' ')[0] }).ToEquatableArray(), sale);

    private sealed record LooksSeen(int Count, bool IsOver);

    /// <summary>One sale: who comes, and how many tickets there are.</summary>
    private sealed record Sale(EquatableArray<string> Users, int Tickets)
    {
        public LinePattern Sees { get; } = LinePattern.Like("{user} sees {n}").Where("user", Users).WhereNumber("n");

        public LinePattern Bought { get; } = LinePattern.Like("{user} bought a ticket").Where("user", Users);

        public Observer<EquatableArray<Saying>> Decisions => Observe.Lines(Bought, LinePattern.Like("{user} found none left").Where("user", Users));

        /// <summary>The file with the tickets.</summary>
        public string Database { get; private init; } = "ticket_data.json";

        public int ToBeSold => Math.Min(Tickets, Users.Count);

        public Scenario Scenario => ScenarioNamed($"{Users.Count} buyers ({string.Join(", ", Users)}), {(Tickets == 1 ? "1 ticket" : $"{Tickets} tickets")} in {Database}");

        public static Sale Of(string[] users, int tickets) => new([.. users], tickets);

        public static string Counted(int tickets) => tickets == 1 ? "1 ticket is" : $"{tickets} tickets are";

        /// <summary>The same sale with the tickets in that file.</summary>
        public Sale In(string file) => this with { Database = file };

        public Scenario ScenarioNamed(string name) => Scenario.Of(name, "Run", Database, Users.ToArray()).WithFile(Database, $$"""{"tickets": {{Tickets}}}""");
    }
}
