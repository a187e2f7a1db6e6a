using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.Join;

/// <summary>What 02-join must hold.</summary>
public sealed class JoinChecks() : ExerciseChecks("02-join")
{
    private static readonly string[] Names = ["ann", "bob", "cem"];

    private static readonly Scenario All = Scenario.Of("3 children of 3, 1 and 2 s", "Run", Names, new[] { 3, 1, 2 });
    private static readonly Scenario SomeStay = Scenario.Of("3 children of 5, 1 and 3 s, patience 2 s", "StillAlive", Names, new[] { 5, 1, 3 }, 2);
    private static readonly Scenario AllGo = Scenario.Of("3 children of 3, 1 and 2 s, patience 10 s", "StillAlive", Names, new[] { 3, 1, 2 }, 10);

    private static readonly LinePattern Running = LinePattern.Like("{name} is running");
    private static readonly LinePattern Over = LinePattern.Like("{name} is over");
    private static readonly Func<EquatableArray<Saying>, bool> OneChildEach = Speakers.OneChildEach(Names, "{0} is running", "{0} is over");
    private static readonly LinePattern AllOver = LinePattern.Like("main: all over");

    private static readonly Observer<TimeSpan> Answered = new(
        TimeSpan.Zero,
        (_, happened) => happened.At,
        [new LeavingPattern { Who = Who.Root }],
        at => $"StillAlive answered after {at.TotalSeconds} s");

    public override LiveRun Live { get; } = new(
        Scenario.Of("30 children", "Run", Enumerable.Range(1, 30).Select(i => $"child{i}").ToArray(), Enumerable.Range(1, 30).Select(i => i % 3 + 1).ToArray()),
        TimeSpan.FromSeconds(3));

    public override IReadOnlyList<Check> Checks(Draw draw) =>
    [
        new Check("all-over-last", "'main: all over' comes after every child's end", 4)
            .In(All)
            .AtEnd("the parent prints 'main: all over' once", Observe.Count(AllOver.By(Who.Root)), n => n == 1)
            .Order("'main: all over' comes after the end of every child", new EndPattern { Who = Who.Child }, Names.Length, AllOver)
            .WithHint("What makes the parent wait until a child has ended, however long that takes?"),
        new Check("parallel", "The whole takes as long as the longest child", 2)
            .In(All)
            .AtEnd("each child prints both its lines", Observe.Lines(Running, Over), OneChildEach)
            .MakespanIs(TimeSpan.FromSeconds(3))
            .WithHint("Start them all before you wait for the first."),
        new Check("children", "Each child says its lines itself", 1)
            .In(All)
            .AtEnd("one child a name prints '{name} is running' and '{name} is over'", Observe.Lines(Running, Over), OneChildEach),
        new Check("still-alive", "A join with patience tells who still runs", 2)
            .In(SomeStay)
            .AtEnd("each child prints both its lines", Observe.Lines(Running, Over), OneChildEach)
            .That(Returns("after 2 s ann and cem still run", ["ann", "cem"]))
            .AtEnd("the answer comes after exactly 2 s: the patience is one deadline for all", Answered, at => at == TimeSpan.FromSeconds(2)).OnlyIn(Tier.Strict)
            .WithHint("How much of the patience is left for the second child when the first has used some of it?"),
        new Check("patience-saved", "Nobody waits longer than there is something to wait for", 1)
            .In(AllGo)
            .That(Returns("nobody still runs", []))
            .AtEnd("the answer comes with the last end, after 3 s", Answered, at => at == TimeSpan.FromSeconds(3)).OnlyIn(Tier.Strict),
    ];

    private static AtEnd<int> Returns(string statement, string[] expected) => new(
        statement,
        Observe.Nothing,
        (_, end) => end.Result<string[]>() is { } names && names.SequenceEqual(expected),
        (_, end) => $"it returned [{string.Join(", ", end.Result<string[]>() ?? [])}]")
    { Tiers = [Tier.Strict] };
}
