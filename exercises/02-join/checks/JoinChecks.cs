using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.Join;

/// <summary>What 02-join must hold.</summary>
public sealed class JoinChecks() : ExerciseChecks("02-join")
{
    // Names of both halves of the alphabet, of different length, one the beginning of another; the slowest first and last.
    private static readonly Family<Party> Parties = Family.Of<Party>(
        "parties",
        chance => Party.Of(chance.Names(2), chance.From(1, 4), chance.From(1, 4)),
        Party.Of(["al", "zoe", "alexandra"], 3, 1, 2), Party.Of(["nora", "jo"], 1, 4), Party.Of(["kim"], 2));

    private static readonly Family<Patience> SomeStay = Family.Of<Patience>(
        "some stay",
        chance => Patience.Of(2, chance.Names(2), chance.Shuffled([1, chance.From(3, 6)])),
        Patience.Of(2, ["al", "zoe", "alexandra"], 5, 1, 3), Patience.Of(1, ["vera", "bob"], 3, 4), Patience.Of(0, ["kim"], 2));

    // Nothing here falls on a whole second, but the patience and the sleeps themselves.
    private static readonly Patience Unpunctual = Patience.Of(2, ["ed", "olga"], 1, 5);

    private static readonly TimeSpan StartTakes = TimeSpan.FromSeconds(0.3);

    private static readonly Family<Patience> AllGo = Family.Of<Patience>(
        "all go",
        chance => Patience.Of(chance.From(5, 9), chance.Names(2), chance.From(1, 4), chance.From(1, 4)),
        Patience.Of(10, ["al", "zoe", "alexandra"], 3, 1, 2), Patience.Of(2, ["kim"], 1));

    private static readonly LinePattern AllOver = LinePattern.Like("main: all over").By(Who.Root);

    private static readonly Observer<TimeSpan> Answered = new(
        TimeSpan.Zero,
        (_, happened) => happened.At,
        [new LeavingPattern { Who = Who.Root }],
        at => ($"StillAlive answered after {at.TotalSeconds} s", $"StillAlive 在 {at.TotalSeconds} 秒后返回"));

    public override LiveRun Live { get; } = new(
        Party.Of([.. Enumerable.Range(1, 30).Select(i => $"child{i}")], [.. Enumerable.Range(1, 30).Select(i => i % 3 + 1)]).ScenarioNamed(("30 children", "30 个子进程")),
        TimeSpan.FromSeconds(3));

    public override IReadOnlyList<Check> Checks(Draw draw)
    {
        var parties = draw.Of(Parties);
        return
        [
            new Check("all-over-last", ("'main: all over' comes after every child's end", "“main: all over”出现在每个子进程结束之后"), 4)
                .Each(parties, (check, party) => check
                    .In(party.Scenario)
                    .AtEnd(("the parent prints 'main: all over' once", "父进程打印一次“main: all over”"), Observe.Count(AllOver), n => n == 1)
                    .Order(("'main: all over' comes after every 'is over'", "“main: all over”出现在每个“is over”之后"), party.Over, party.Names.Count, AllOver)
                    .Order(("'main: all over' comes after the end of every child", "“main: all over”出现在每个子进程结束之后"), new EndPattern { Who = Who.Child }, party.Names.Count, AllOver))
                .WithHint(("What makes the parent wait until a child has ended, however long that takes?", "无论要多久，什么能让父进程一直等到子进程结束？")),
            new Check("parallel", ("The whole takes as long as the longest child", "总耗时等于最慢的子进程"), 2)
                .Each(parties, (check, party) => party.Printed(check.In(party.Scenario))
                    .MakespanIs(party.Longest))
                .Sampling(draw.One("larger party", LargerParty), (check, party) => party.Printed(check.In(party.Scenario))
                    .MakespanIs(party.Longest))
                .WithHint(("Start them all before you wait for the first.", "先把它们全部启动，再去等第一个。")),
            new Check("children", ("Each child says its lines itself", "每个子进程自己打印自己的两行"), 1)
                .Each(parties, (check, party) => party.Printed(check.In(party.Scenario))),
            new Check("still-alive", ("A join with patience tells who still runs", "限时等待能说出谁还在运行"), 2)
                .Each(draw.Of(SomeStay), (check, patience) => Answers(check, patience, TimeSpan.FromSeconds(patience.Seconds), ("the patience is one deadline for all", "所有子进程共用一个期限")))
                .Each([Unpunctual], AnswersInTime)
                .WithHint(("How much of the patience is left for the second child when the first has used some of it?", "第一个子进程用掉一部分期限之后，留给第二个的还剩多少？")),
            new Check("patience-saved", ("Nobody waits longer than there is something to wait for", "没有什么可等的时候，谁也不再等"), 1)
                .Each(draw.Of(AllGo), (check, patience) => Answers(check, patience, patience.Party.Longest, ("it comes with the last end", "最后一个结束时就返回"))),
        ];
    }

    private static Party LargerParty(Chance chance)
    {
        var names = chance.Names(chance.Children(9, 12));
        return Party.Of(names, [.. names.Select(_ => chance.From(1, 9))]);
    }

    private static Check Answers(Check check, Patience patience, TimeSpan at, LocalizedText why) => patience.Party
        .Printed(check.In(patience.Party.WithPatience(patience.Seconds)))
        .That(Returns(patience.Party.StillThereAfter(patience.Seconds)))
        .That(Names(patience.Party))
        .AtEnd(($"the answer comes after exactly {at.TotalSeconds} s: {why.En}", $"正好在 {at.TotalSeconds} 秒后返回：{why.Zh}"), Answered, answered => answered == at).OnlyIn(Tier.Strict);

    // The patience may begin before the starts or after them.
    private static Check AnswersInTime(Check check, Patience patience)
    {
        var (earliest, latest) = (TimeSpan.FromSeconds(patience.Seconds), TimeSpan.FromSeconds(patience.Seconds) + (patience.Party.Names.Count * StartTakes));
        var punctual = patience.Party.WithPatience(patience.Seconds);
        return check
            .In(punctual.WithSlowStarts(($"{punctual.Name.En}, each start takes {StartTakes.TotalSeconds} s", $"{punctual.Name.Zh}，每次启动用 {StartTakes.TotalSeconds} 秒"), StartTakes))
            .That(Returns(patience.Party.StillThereAfter(patience.Seconds)))
            .AtEnd(
                ($"the answer comes after {earliest.TotalSeconds} s at the earliest and {latest.TotalSeconds} s at the latest: the patience is one deadline for all", $"最早在 {earliest.TotalSeconds} 秒、最晚在 {latest.TotalSeconds} 秒后返回：所有子进程共用一个期限"),
                Answered,
                answered => answered >= earliest && answered <= latest).OnlyIn(Tier.Strict);
    }

    // Where sleeps may take any time, who should have ended by then may still run.
    private static AtEnd<StillRunning> Names(Party party) => new(
        ("it names everybody who still runs when it answers", "返回时还在运行的，都列在结果里"),
        StillRunning.Of(party),
        (running, end) => end.Result<string[]>() is { } names && running.Names.All(names.Contains),
        (running, end) => StillRan(string.Join(", ", running.Names), string.Join(", ", end.Result<string[]>() ?? [])))
    { Tiers = [Tier.Loose] };

    private static LocalizedText StillRan(string running, string named) => ($"{running} still ran, and it returned [{named}]", $"{running} 还在运行，而返回的是 [{named}]");

    private static LocalizedText Returned(string names) => ($"it returned [{names}]", $"返回了 [{names}]");

    private static AtEnd<int> Returns(string[] expected) => new(
        ($"it returns [{string.Join(", ", expected)}]", $"返回 [{string.Join(", ", expected)}]"),
        Observe.Nothing,
        (_, end) => end.Result<string[]>() is { } names && names.SequenceEqual(expected),
        (_, end) => Returned(string.Join(", ", end.Result<string[]>() ?? [])))
    { Tiers = [Tier.Strict] };
}
