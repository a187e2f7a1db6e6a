using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.SharedCounter;

/// <summary>What 08-shared-counter must hold. By what the counter is guarded is the hand-in's affair.</summary>
public sealed class SharedCounterChecks() : ExerciseChecks("08-shared-counter")
{
    private static readonly Scenario Three = Scenario.Of("3 workers", "Run", 3);
    private static readonly Scenario Two = Scenario.Of("2 workers", "Run", 2);
    private static readonly Scenario None = Scenario.Of("no workers", "Run", 0);

    private static readonly Observer<FirstTurn> Turns = new(
        new FirstTurn(0, null, LastStartedWasFirst: null),
        (seen, happened) => seen.LastStartedWasFirst is not null ? seen
            : happened is ProcessStarted started ? seen with { Started = seen.Started + 1, LastStarted = started.Child }
            : seen with { LastStartedWasFirst = happened.Agent == seen.LastStarted },
        [new StartPattern(), new OperationPattern<WriteEntry> { Who = Who.Child }, new OperationPattern<WriteItem> { Who = Who.Child }, new OperationPattern<WriteValue> { Who = Who.Child }]);

    public override LiveRun Live { get; } = new(Scenario.Of("30 workers", "Run", 30), TimeSpan.Zero);

    public override IReadOnlyList<Check> Checks(Draw draw) =>
    [
        new Check("ends-at-zero", "The counter is 0 in the end", 4)
            .In(Three)
            .That(ReturnsZero)
            .AtEnd("the counter comes down to 0 by 3 children, each of which takes 1 away", Countdown.Observed, seen => seen.IsDownTo0By(3))
            .WithHint("A worker has read the counter and not yet written it. What may the others do meanwhile?"),
        new Check("own-process", "Each worker is a process of its own, and changes the counter there", 2)
            .In(Three)
            .That(ChildrenAre(3))
            .AtEnd("each of them writes the counter once, and the parent does not write it after them", Countdown.Observed, seen => seen.IsWrittenBy(3)),
        new Check("together", "The workers are there at the same time, and none has to wait for his turn by number", 2)
            .In(Three)
            .AtEnd("3 children write the counter", Countdown.Observed, seen => seen.IsWrittenBy(3))
            .Sometimes("the last of 3 workers to be started can be the first to change the counter", Turns, seen => seen is { Started: 3, LastStartedWasFirst: true })
            .WithHint("Which processes are running when the first worker changes the counter?"),
        new Check("two-workers", "Two workers bring a counter of 2 to 0", 1)
            .In(Two)
            .That(ReturnsZero)
            .That(ChildrenAre(2))
            .AtEnd("each of them takes 1 away from the counter", Countdown.Observed, seen => seen.IsDownTo0By(2)),
        new Check("no-workers", "Without a worker the counter is 0 from the start", 1)
            .In(None)
            .That(ReturnsZero)
            .That(ChildrenAre(0))
            .AtEnd("the counter is set to 0", Countdown.Observed, seen => seen.IsDownTo0By(0)),
    ];

    private static AtEnd<int> ReturnsZero { get; } = new(
        "0 is returned",
        Observe.Nothing,
        (_, end) => end.Result<int?>() == 0,
        (_, end) => end.Result<int?>() is { } left ? $"it was {left}" : "nothing was returned");

    private static AtEnd<int> ChildrenAre(int number) => new(
        $"there are {number} children",
        Observe.Nothing,
        (_, end) => end.Children == number,
        (_, end) => $"there were {end.Children}");

    /// <param name="Started">How many children were started before a child changed the counter.</param>
    /// <param name="LastStarted">The last of them.</param>
    /// <param name="LastStartedWasFirst">Whether it was that one which changed the counter first; null before.</param>
    private sealed record FirstTurn(int Started, string? LastStarted, bool? LastStartedWasFirst)
    {
        public override string ToString() => LastStartedWasFirst is null ? "no child changed the counter" : $"{Started} workers were there when the first changed it";
    }
}
