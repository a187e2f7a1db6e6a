using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.BoundedQueue;

/// <summary>What 09-bounded-queue must hold. Whatever timers the hand-in uses, they are exact here: time is the kernel's.</summary>
public sealed class BoundedQueueChecks() : ExerciseChecks("09-bounded-queue")
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(2);

    private static readonly Scenario Three = Scenario.Of("a queue of 3, 2 s", "Run", 3, 2);
    private static readonly Scenario One = Scenario.Of("a queue of 1, 2 s", "Run", 1, 2);

    private static readonly Observer<Attempts> OnThree = Attempts.On(3);

    public override LiveRun Live { get; } = new(Scenario.Of("a queue of 50, 1 s", "Run", 50, 1), TimeSpan.FromSeconds(2));

    public override IReadOnlyList<Check> Checks(Draw draw) =>
    [
        new Check("in-order", "A queue of 3 gives back 3 items in the order in which it took them", 3)
            .In(Three)
            .That(Reports("Drained is 1, 2, 3", r => r.Drained.SequenceEqual([1, 2, 3]), r => string.Join(", ", r.Drained)))
            .AtEnd("a queue of capacity 3 takes 3 items and gives 3", OnThree, seen => seen is { Put: 3, Got: 3 })
            .WithHint("What is the queue's capacity, and how many items come out of it?"),
        new Check("overflow", "A full queue takes no more, neither at once nor after a while", 2)
            .In(Three)
            .That(Reports("OverflowTaken is false", r => !r.OverflowTaken, r => r.OverflowTaken))
            .That(Reports("TimedOverflowTaken is false", r => !r.TimedOverflowTaken, r => r.TimedOverflowTaken))
            .AtEnd("the full queue refuses an attempt that does not wait, and one of 2 s", OnThree, seen => seen.Overflow is { AtOnce: true } refused && refused.Waited == Wait)
            .WithHint("Which method gives up when the queue is full, and how is it told when?"),
        new Check("underflow", "An empty queue gives no more, neither at once nor after a while", 2)
            .In(Three)
            .That(Reports("UnderflowGot is false", r => !r.UnderflowGot, r => r.UnderflowGot))
            .That(Reports("TimedUnderflowGot is false", r => !r.TimedUnderflowGot, r => r.TimedUnderflowGot))
            .AtEnd("the empty queue refuses an attempt that does not wait, and one of 2 s", OnThree, seen => seen.Underflow is { AtOnce: true } refused && refused.Waited == Wait),
        new Check("waits", "The attempts with a timeout wait exactly that long, and are timed", 2)
            .In(Three)
            .That(Reports("OverflowWait is 2 s", r => r.OverflowWait == Wait, r => $"{r.OverflowWait.TotalSeconds} s", Tier.Strict))
            .That(Reports("UnderflowWait is 2 s", r => r.UnderflowWait == Wait, r => $"{r.UnderflowWait.TotalSeconds} s", Tier.Strict))
            .AtEnd("the clock is read before and after either attempt of 2 s", OnThree, seen => seen.Overflow.IsTimed && seen.Underflow.IsTimed)
            .MakespanIs(2 * Wait)
            .WithHint("Between which two moments do you measure, and what else happens between them?"),
        new Check("one", "So it is with a queue of a single item", 1)
            .In(One)
            .That(Reports("Drained is 1", r => r.Drained.SequenceEqual([1]), r => string.Join(", ", r.Drained)))
            .That(Reports("nothing is taken by the full queue or given by the empty one", r => !(r.OverflowTaken || r.TimedOverflowTaken || r.UnderflowGot || r.TimedUnderflowGot), r => r))
            .AtEnd("a queue of capacity 1 takes 1 item and gives 1", Attempts.On(1), seen => seen is { Put: 1, Got: 1 }),
    ];

    private static AtEnd<int> Reports(string statement, Func<QueueReport, bool> good, Func<QueueReport, object> found, params Tier[] tiers) => new(
        statement,
        Observe.Nothing,
        (_, end) => end.Result<QueueReport>() is { Drained: not null } report && good(report),
        (_, end) => end.Result<QueueReport>() is { Drained: not null } report ? $"it was {found(report)}" : $"there was no report: Run {end.Ending}")
    { Tiers = tiers.Length > 0 ? [.. tiers] : [Tier.Strict, Tier.Loose] };
}
