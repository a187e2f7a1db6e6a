using System.Text.Json.Nodes;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Results;
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

    private static readonly Sale SoldOut = Sale.Of(["zoe", "al"], 0).In("concert.json");

    // The last ticket, and none at all; and a file of another name.
    private static readonly Family<Sale> LastOnes = Family.Of(
        "last", chance => Sale.Of(chance.Names(2), chance.From(0, 1)), Sale.Of(["ann", "bob", "cem"], 1), SoldOut);

    // Tickets for all: what is left has fewer digits than before, or as many.
    private static readonly Family<Sale> Plenty = Family.Of(
        "plenty", chance => Sale.Of(chance.Names(2), chance.From(2, 120)), Sale.Of(["ann", "bob"], 3), Sale.Of(["nora", "jo"], 11).In("tickets.txt"));

    public override LiveRun Live { get; } = new(
        Sale.Of([.. Enumerable.Range(1, 30).Select(i => $"buyer{i}")], 12).ScenarioNamed(("30 buyers, 12 tickets", "30 个买家，12 张票")),
        // Each buyer, also one who finds none left, holds the lock through the network delay of 0.1 s.
        TimeSpan.FromSeconds(3));

    public override IReadOnlyList<Check> Checks(Draw draw)
    {
        var scarce = draw.Of(Scarce);
        return
        [
            new Check("no-oversell", ("No ticket is sold twice", "同一张票不会卖两次"), 4)
                .Each(scarce, (check, sale) => check
                    .In(sale.Scenario)
                    .AtEnd(("every buyer comes to a decision", "每个买家都有结果"), sale.Decisions, decisions => decisions.Count == sale.Users.Count)
                    .Never(($"no more than {Sale.Counted(sale.Tickets)} sold", $"卖出的票不超过 {sale.Tickets} 张"), Observe.Count(sale.Bought), sold => sold > sale.Tickets))
                .WithHint(("Between reading how many are left and writing one less, what may the other buyers do?", "从读出余票到写回减一之后的数目，这中间别的买家可能做什么？")),
            new Check("sells-what-there-is", ("As many are sold as there are buyers and tickets for, and the file says what is left", "人和票够多少就卖多少，文件里记录余票"), 1)
                .Each(draw.Of(LastOnes), SellsWhatThereIs)
                .Sampling(draw.One("larger", chance => Sale.Of(chance.Names(chance.RoomFor(6)), chance.From(2, 5))), SellsWhatThereIs),
            new Check("plenty", ("With tickets for all, everybody gets one", "票够所有人时，人人都买到票"), 1)
                .Each(draw.Of(Plenty), SellsWhatThereIs),
            new Check("own-process", ("Each buyer is a process of its own", "每个买家是一个单独的进程"), 1)
                .Each(scarce, (check, sale) => check
                    .In(sale.Scenario)
                    .AtEnd(("each buyer looks", "每个买家都查票"), Observe.Sayings(sale.Sees, "user"), sayings => OneProcessEach(sayings, sale))
                    .AtEnd(("each buyer's decision comes from a child of its own", "每个买家的结果都来自他自己的子进程"), sale.Decisions, decisions => OneDecisionEach(decisions, sale))
                    .AtEnd(("the buyers write the file, not the parent", "文件由买家来写，而不是父进程"), WritesByTheParent(sale), writes => writes == 0)
                    .ReturnsLast(sale.Bought, sale.NoneLeft))
                .Each([SoldOut], (check, sale) => check
                    .In(sale.Scenario)
                    .AtEnd(("who finds none left has read the file again after his look", "发现没有票的买家，在查票之后又读了一次文件"), Purchase.Of(sale.Sees, sale.NoneLeft, sale.Database), seen => seen.AreWhole(sale.Users.Count)).OnlyIn(Tier.Strict)),
            new Check("free-looks", ("Looking is not queued up behind buying", "查票不用排在买票后面"), 2)
                .Each(scarce, (check, sale) => check
                    .In(sale.Scenario)
                    .AtEnd(("each buyer looks", "每个买家都查票"), Observe.Count(sale.Sees), looks => looks == sale.Users.Count)
                    .Sometimes(("two buyers can look before the first has bought", "第一个人买到票之前，可以有两个买家查过票"), LooksBeforeTheFirstSale(sale), looks => looks.Count >= 2))
                .WithHint(("Which part of a buyer's work needs the lock, and which does not?", "买家做的事里，哪一部分需要锁，哪一部分不需要？")),
            new Check("no-broken-read", ("Nobody meets a half-written file", "没有人会碰到只写了一半的文件"), 1)
                .Each(scarce, (check, sale) => check
                    .In(sale.Scenario)
                    .AtEnd(("every buyer comes to a decision", "每个买家都有结果"), sale.Decisions, decisions => decisions.Count == sale.Users.Count)
                    .NoRaceOn(sale.Database))
                .WithHint(("File.WriteAllText first empties the file and then fills it. Who may read it in between?", "File.WriteAllText 先清空文件，再写入内容。在这两步之间谁可能来读它？")),
        ];
    }

    private static Check SellsWhatThereIs(Check check, Sale sale) => check
        .In(sale.Scenario)
        .AtEnd(($"{Sale.Counted(sale.ToBeSold)} sold", $"卖出 {sale.ToBeSold} 张票"), Observe.Count(sale.Bought), sold => sold == sale.ToBeSold)
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
        n => ($"the parent wrote the file {n} times", $"父进程写了 {n} 次文件"))
    { SeesTime = false };

    private static AtEnd<int> Leaves(Sale sale) => new(
        ($"the file says that {sale.Tickets - sale.ToBeSold} are left", $"文件里记录的余票是 {sale.Tickets - sale.ToBeSold} 张"),
        Observe.Nothing,
        (_, end) => TicketsIn(end, sale) == sale.Tickets - sale.ToBeSold,
        (_, end) => Holds(end.FileText(sale.Database)));

    private static LocalizedText Holds(string? text) => text is null
        ? ("the file holds nothing: it is gone", "文件已经不在了")
        : ($"the file holds {text}", $"文件里是“{text}”");

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
        seen => ($"at most {seen.Count} looked before the first sale", $"第一笔买卖之前最多有 {seen.Count} 个人查过票"))
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

        public LinePattern NoneLeft { get; } = LinePattern.Like("{user} found none left").Where("user", Users);

        public Observer<EquatableArray<Saying>> Decisions => Observe.Lines(Bought, NoneLeft);

        /// <summary>The file with the tickets.</summary>
        public string Database { get; private init; } = "ticket_data.json";

        public int ToBeSold => Math.Min(Tickets, Users.Count);

        public Scenario Scenario => ScenarioNamed((
            $"{Users.Count} buyers ({string.Join(", ", Users)}), {(Tickets == 1 ? "1 ticket" : $"{Tickets} tickets")} in {Database}",
            $"{Users.Count} 个买家（{string.Join(", ", Users)}），{Database} 里有 {Tickets} 张票"));

        public static Sale Of(string[] users, int tickets) => new([.. users], tickets);

        public static string Counted(int tickets) => tickets == 1 ? "1 ticket is" : $"{tickets} tickets are";

        /// <summary>The same sale with the tickets in that file.</summary>
        public Sale In(string file) => this with { Database = file };

        public Scenario ScenarioNamed(LocalizedText name) => Scenario.Of(name, "Run", Database, Users.ToArray()).WithFile(Database, $$"""{"tickets": {{Tickets}}}""");
    }
}
