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
    private const string Database = "ticket_data.json";

    private static readonly Scenario Scarce = Sale("3 buyers, 2 tickets", ["ann", "bob", "cem"], 2);
    private static readonly Scenario LastOne = Sale("3 buyers, 1 ticket", ["ann", "bob", "cem"], 1);
    private static readonly Scenario Plenty = Sale("2 buyers, 3 tickets", ["ann", "bob"], 3);

    private static readonly LinePattern Sees = LinePattern.Like("{user} sees {n}");
    private static readonly LinePattern Bought = LinePattern.Like("{user} bought a ticket");
    private static readonly LinePattern NoneLeft = LinePattern.Like("{user} found none left");

    private static readonly Observer<int> Looks = Observe.Count(Sees);
    private static readonly Observer<int> Sold = Observe.Count(Bought);
    private static readonly Observer<int> WritesByTheParent = new(
        0,
        (n, _) => n + 1,
        [new OperationPattern<MoveFile> { Who = Who.Root }, new OperationPattern<FillFile> { Who = Who.Root }],
        n => $"the parent wrote a file {n} times");

    private static readonly Observer<EquatableArray<Saying>> Decisions = Observe.Lines(Bought, NoneLeft);

    public override LiveRun Live { get; } = new(
        Sale("30 buyers, 12 tickets", [.. Enumerable.Range(1, 30).Select(i => $"buyer{i}")], 12),
        // Each buyer, also one who finds none left, holds the lock through the network delay of 0.1 s.
        TimeSpan.FromSeconds(3));

    public override IReadOnlyList<Check> Checks { get; } =
    [
        new Check("no-oversell", "No ticket is sold twice", 4)
            .In(Scarce)
            .AtEnd("every buyer comes to a decision", Decisions, decisions => decisions.Count == 3)
            .Never("no more than 2 tickets are sold", Sold, sold => sold > 2)
            .WithHint("Between reading how many are left and writing one less, what may the other buyers do?"),
        new Check("sells-what-there-is", "As many are sold as there are buyers and tickets for, and the file says what is left", 1)
            .In(LastOne)
            .AtEnd("1 ticket is sold", Sold, sold => sold == 1)
            .That(Leaves(0)),
        new Check("plenty", "With tickets for all, everybody gets one", 1)
            .In(Plenty)
            .AtEnd("2 tickets are sold", Sold, sold => sold == 2)
            .That(Leaves(1)),
        new Check("own-process", "Each buyer is a process of its own", 1)
            .In(Scarce)
            .AtEnd("each buyer looks", Observe.Sayings(Sees, "user"), OneProcessEach)
            .AtEnd("each buyer's decision comes from a child of its own", Decisions, OneDecisionEach)
            .AtEnd("the buyers write the file, not the parent", WritesByTheParent, writes => writes == 0),
        new Check("free-looks", "Looking is not queued up behind buying", 2)
            .In(Scarce)
            .AtEnd("each buyer looks", Looks, looks => looks == 3)
            .Sometimes("two buyers can look before the first has bought", LooksBeforeTheFirstSale(), looks => looks.Count >= 2)
            .WithHint("Which part of a buyer's work needs the lock, and which does not?"),
        new Check("no-broken-read", "Nobody meets a half-written file", 1)
            .In(Scarce)
            .AtEnd("every buyer comes to a decision", Decisions, decisions => decisions.Count == 3)
            .NoRaceOn(Database)
            .WithHint("File.WriteAllText first empties the file and then fills it. Who may read it in between?"),
    ];

    private static Scenario Sale(string name, string[] users, int tickets) =>
        Scenario.Of(name, "Run", Database, users).WithFile(Database, $$"""{"tickets": {{tickets}}}""");

    private static AtEnd<int> Leaves(int left) => new(
        $"the file says that {left} are left",
        Observe.Nothing,
        (_, end) => TicketsIn(end) == left,
        (_, end) => $"the file holds {end.FileText(Database) ?? "nothing: it is gone"}");

    private static int? TicketsIn(ProgramEnd end)
    {
        try
        {
            return end.FileText(Database) is { } text ? (int?)JsonNode.Parse(text)?["tickets"] : null;
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException or FormatException)
        {
            return null; // A student may leave anything in the file.
        }
    }

    private static Observer<LooksSeen> LooksBeforeTheFirstSale() => new(
        new LooksSeen(0, IsOver: false),
        (seen, happened) => happened is LinePrinted
            ? seen.IsOver ? seen : seen with { Count = seen.Count + 1 }
            : seen with { IsOver = true },
        [Sees, new OperationPattern<MoveFile>(), new OperationPattern<FillFile>()],
        seen => $"at most {seen.Count} looked before the first sale");

    private static bool OneProcessEach(EquatableArray<Saying> sayings) =>
        sayings.Count == 3
        && sayings.All(s => s.Agent != Contract.Names.Root)
        && sayings.Select(s => s.Agent).Distinct().Count() == 3
        && sayings.Select(s => s.Text).Distinct().Count() == 3;

    private static bool OneDecisionEach(EquatableArray<Saying> sayings) => OneProcessEach(
        sayings.Select(s => s with { Text = s.Text.Split(' ')[0] }).ToEquatableArray());

    private sealed record LooksSeen(int Count, bool IsOver);
}
