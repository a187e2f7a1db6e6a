using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Checks.BoundedQueue;

/// <summary>What 09-bounded-queue must hold. Whatever timers the hand-in uses, they are exact here: time is the kernel's.</summary>
public sealed class BoundedQueueChecks() : ExerciseChecks("09-bounded-queue")
{
    // As many items as seconds, more, and fewer; a wait of minutes.
    private static readonly Family<Size> Sizes = Family.Of(
        "sizes", chance => new Size(chance.From(2, 5), chance.From(1, 5)), new Size(3, 2), new Size(4, 90));

    private static readonly Family<Size> Single = Family.Of("single", chance => new Size(1, chance.From(1, 3)), new Size(1, 2));

    public override LiveRun Live { get; } = new(new Size(50, 1).Scenario, TimeSpan.FromSeconds(2));

    public override IReadOnlyList<Check> Checks(Draw draw)
    {
        var sizes = draw.Of(Sizes);
        return
        [
            new Check("in-order", "A queue gives back its items in the order in which it took them", 3)
                .Each(sizes, InOrder)
                .WithHint("What is the queue's capacity, and how many items come out of it?"),
            new Check("overflow", "A full queue takes no more, neither at once nor after a while", 2)
                .Each(sizes, (check, size) => check
                    .In(size.Scenario)
                    .That(Reports("OverflowTaken is false", r => !r.OverflowTaken, r => r.OverflowTaken))
                    .That(Reports("TimedOverflowTaken is false", r => !r.TimedOverflowTaken, r => r.TimedOverflowTaken))
                    .AtEnd(Refuses("full", size), Attempts.On(size.Capacity), seen => seen.Any(q => q.Overflow.AtOnce && q.Overflow.Waited == size.Wait)))
                .WithHint("Which method gives up when the queue is full, and how is it told when?"),
            new Check("underflow", "An empty queue gives no more, neither at once nor after a while", 2)
                .Each(sizes, (check, size) => check
                    .In(size.Scenario)
                    .That(Reports("UnderflowGot is false", r => !r.UnderflowGot, r => r.UnderflowGot))
                    .That(Reports("TimedUnderflowGot is false", r => !r.TimedUnderflowGot, r => r.TimedUnderflowGot))
                    .AtEnd(Refuses("empty", size), Attempts.On(size.Capacity), seen => seen.Any(q => q.Underflow.AtOnce && q.Underflow.Waited == size.Wait))),
            new Check("waits", "The attempts with a timeout wait exactly that long, and are timed", 2)
                .Each(sizes, (check, size) => check
                    .In(size.Scenario)
                    .That(Reports($"OverflowWait is {size.WaitSeconds} s", r => r.OverflowWait == size.Wait, r => $"{r.OverflowWait.TotalSeconds} s", Tier.Strict))
                    .That(Reports($"UnderflowWait is {size.WaitSeconds} s", r => r.UnderflowWait == size.Wait, r => $"{r.UnderflowWait.TotalSeconds} s", Tier.Strict))
                    .AtEnd($"the clock is read before and after either attempt of {size.WaitSeconds} s", Attempts.On(size.Capacity), seen => seen.Any(q => q.Overflow.IsTimed && q.Underflow.IsTimed))
                    .MakespanIs(2 * size.Wait))
                .WithHint("Between which two moments do you measure, and what else happens between them?"),
            new Check("one", "So it is with a queue of a single item", 1)
                .Each(draw.Of(Single), (check, size) => InOrder(check, size)
                    .That(Reports("nothing is taken by the full queue or given by the empty one", r => !(r.OverflowTaken || r.TimedOverflowTaken || r.UnderflowGot || r.TimedUnderflowGot), r => r))),
        ];
    }

    private static Check InOrder(Check check, Size size) => check
        .In(size.Scenario)
        .That(Reports($"Drained is {string.Join(", ", size.Items)}", r => r.Drained.SequenceEqual(size.Items), r => string.Join(", ", r.Drained)))
        .AtEnd($"a queue of capacity {size.Capacity} takes {size.ItemsInWords} and gives {size.Capacity}", Attempts.On(size.Capacity), seen => seen.Any(q => q.Put == size.Capacity && q.Got == size.Capacity));

    private static string Refuses(string state, Size size) => $"the {state} queue refuses an attempt that does not wait, and one of {size.WaitSeconds} s";

    private static AtEnd<int> Reports(string statement, Func<QueueReport, bool> good, Func<QueueReport, object> found, params Tier[] tiers) => new(
        statement,
        Observe.Nothing,
        (_, end) => end.Result<QueueReport>() is { Drained: not null } report && good(report),
        (_, end) => end.Result<QueueReport>() is { Drained: not null } report ? $"it was {found(report)}" : $"there was no report: Run {end.Ending}")
    { Tiers = tiers.Length > 0 ? [.. tiers] : [Tier.Strict, Tier.Loose] };
}
