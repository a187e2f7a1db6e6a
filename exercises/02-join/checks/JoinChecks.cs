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

    private static readonly Family<Patience> AllGo = Family.Of<Patience>(
        "all go",
        chance => Patience.Of(chance.From(5, 9), chance.Names(2), chance.From(1, 4), chance.From(1, 4)),
        Patience.Of(10, ["al", "zoe", "alexandra"], 3, 1, 2), Patience.Of(2, ["kim"], 1));

    private static readonly LinePattern AllOver = LinePattern.Like("main: all over").By(Who.Root);

    private static readonly Observer<TimeSpan> Answered = new(
        TimeSpan.Zero,
        (_, happened) => happened.At,
        [new LeavingPattern { Who = Who.Root }],
        at => $"StillAlive answered after {at.TotalSeconds} s");

    public override LiveRun Live { get; } = new(
        Party.Of([.. Enumerable.Range(1, 30).Select(i => $"child{i}")], [.. Enumerable.Range(1, 30).Select(i => i % 3 + 1)]).ScenarioNamed("30 children"),
        TimeSpan.FromSeconds(3));

    public override IReadOnlyList<Check> Checks(Draw draw)
    {
        var parties = draw.Of(Parties);
        return
        [
            new Check("all-over-last", "'main: all over' comes after every child's end", 4)
                .Each(parties, (check, party) => check
                    .In(party.Scenario)
                    .AtEnd("the parent prints 'main: all over' once", Observe.Count(AllOver), n => n == 1)
                    .Order("'main: all over' comes after every 'is over'", party.Over, party.Names.Count, AllOver)
                    .Order("'main: all over' comes after the end of every child", new EndPattern { Who = Who.Child }, party.Names.Count, AllOver))
                .WithHint("What makes the parent wait until a child has ended, however long that takes?"),
            new Check("parallel", "The whole takes as long as the longest child", 2)
                .Each(parties, (check, party) => party.Printed(check.In(party.Scenario))
                    .MakespanIs(party.Longest))
                .Sampling(draw.One("larger party", LargerParty), (check, party) => party.Printed(check.In(party.Scenario))
                    .MakespanIs(party.Longest))
                .WithHint("Start them all before you wait for the first."),
            new Check("children", "Each child says its lines itself", 1)
                .Each(parties, (check, party) => party.Printed(check.In(party.Scenario))),
            new Check("still-alive", "A join with patience tells who still runs", 2)
                .Each(draw.Of(SomeStay), (check, patience) => Answers(check, patience, TimeSpan.FromSeconds(patience.Seconds), "the patience is one deadline for all"))
                .WithHint("How much of the patience is left for the second child when the first has used some of it?"),
            new Check("patience-saved", "Nobody waits longer than there is something to wait for", 1)
                .Each(draw.Of(AllGo), (check, patience) => Answers(check, patience, patience.Party.Longest, "it comes with the last end")),
        ];
    }

    private static Party LargerParty(Chance chance)
    {
        var names = chance.Names(chance.From(6, 8));
        return Party.Of(names, [.. names.Select(_ => chance.From(1, 9))]);
    }

    private static Check Answers(Check check, Patience patience, TimeSpan at, string why) => patience.Party
        .Printed(check.In(patience.Party.WithPatience(patience.Seconds)))
        .That(Returns(patience.Party.StillThereAfter(patience.Seconds)))
        .AtEnd($"the answer comes after exactly {at.TotalSeconds} s: {why}", Answered, answered => answered == at).OnlyIn(Tier.Strict);

    private static AtEnd<int> Returns(string[] expected) => new(
        $"it returns [{string.Join(", ", expected)}]",
        Observe.Nothing,
        (_, end) => end.Result<string[]>() is { } names && names.SequenceEqual(expected),
        (_, end) => $"it returned [{string.Join(", ", end.Result<string[]>() ?? [])}]")
    { Tiers = [Tier.Strict] };
}
