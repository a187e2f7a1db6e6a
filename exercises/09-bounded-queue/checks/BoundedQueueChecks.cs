using ExerciseKit.Contract;
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
            new Check("in-order", ("A queue gives back its items in the order in which it took them", "队列按放入的顺序交还各项"), 3)
                .Each(sizes, InOrder)
                .Sampling(draw.One("a long queue", chance => new Size(chance.From(120, 250), 1)), InOrder)
                .WithHint(("What is the queue's capacity, and how many items come out of it?", "队列的容量是多少？从里面出来的有多少项？")),
            new Check("overflow", ("A full queue takes no more, neither at once nor after a while", "满的队列不再接收，立即试不行，等一会儿也不行"), 2)
                .Each(sizes, (check, size) => check
                    .In(size.Scenario)
                    .That(Reports(("OverflowTaken is false", "OverflowTaken 是 false"), r => !r.OverflowTaken, r => r.OverflowTaken))
                    .That(Reports(("TimedOverflowTaken is false", "TimedOverflowTaken 是 false"), r => !r.TimedOverflowTaken, r => r.TimedOverflowTaken))
                    .AtEnd(Refuses(("full", "满"), size), Attempts.On(size.Capacity), seen => seen.Any(q => q.Overflow.AtOnce && q.Overflow.Waited == size.Wait)))
                .WithHint(("Which method gives up when the queue is full, and how is it told when?", "队列满时哪个方法会放弃？怎样告诉它等多久？")),
            new Check("underflow", ("An empty queue gives no more, neither at once nor after a while", "空的队列给不出东西，立即试不行，等一会儿也不行"), 2)
                .Each(sizes, (check, size) => check
                    .In(size.Scenario)
                    .That(Reports(("UnderflowGot is false", "UnderflowGot 是 false"), r => !r.UnderflowGot, r => r.UnderflowGot))
                    .That(Reports(("TimedUnderflowGot is false", "TimedUnderflowGot 是 false"), r => !r.TimedUnderflowGot, r => r.TimedUnderflowGot))
                    .AtEnd(Refuses(("empty", "空"), size), Attempts.On(size.Capacity), seen => seen.Any(q => q.Underflow.AtOnce && q.Underflow.Waited == size.Wait))),
            new Check("waits", ("The attempts with a timeout wait exactly that long, and are timed", "限时的尝试正好等那么久，并且计了时"), 2)
                .Each(sizes, (check, size) => check
                    .In(size.Scenario)
                    .That(Reports(($"OverflowWait is {size.WaitSeconds} s", $"OverflowWait 是 {size.WaitSeconds} 秒"), r => r.OverflowWait == size.Wait, r => InSeconds(r.OverflowWait), Tier.Strict))
                    .That(Reports(($"UnderflowWait is {size.WaitSeconds} s", $"UnderflowWait 是 {size.WaitSeconds} 秒"), r => r.UnderflowWait == size.Wait, r => InSeconds(r.UnderflowWait), Tier.Strict))
                    .AtEnd(($"the clock is read before and after either attempt of {size.WaitSeconds} s", $"两次 {size.WaitSeconds} 秒的尝试前后都读了时钟"), Attempts.On(size.Capacity), seen => seen.Any(q => q.Overflow.IsTimed && q.Underflow.IsTimed))
                    .MakespanIs(2 * size.Wait))
                .WithHint(("Between which two moments do you measure, and what else happens between them?", "你量的是哪两个时刻之间的时间？这中间还发生了什么？")),
            new Check("one", ("So it is with a queue of a single item", "只能放一项的队列也是如此"), 1)
                .Each(draw.Of(Single), (check, size) => InOrder(check, size)
                    .That(Reports(("nothing is taken by the full queue or given by the empty one", "满的队列什么也没收，空的队列什么也没给"), r => !(r.OverflowTaken || r.TimedOverflowTaken || r.UnderflowGot || r.TimedUnderflowGot), r => r))),
        ];
    }

    private static Check InOrder(Check check, Size size) => check
        .In(size.Scenario)
        .That(Reports(($"Drained is {string.Join(", ", size.Items)}", $"Drained 是 {string.Join(", ", size.Items)}"), r => r.Drained.SequenceEqual(size.Items), r => string.Join(", ", r.Drained)))
        .AtEnd(($"a queue of capacity {size.Capacity} takes {size.ItemsInWords} and gives {size.Capacity}", $"容量为 {size.Capacity} 的队列收下 {size.Capacity} 项，又给出 {size.Capacity} 项"), Attempts.On(size.Capacity), seen => seen.Any(q => q.Put == size.Capacity && q.Got == size.Capacity));

    private static LocalizedText Refuses(LocalizedText state, Size size) => (
        $"the {state.En} queue refuses an attempt that does not wait, and one of {size.WaitSeconds} s",
        $"{state.Zh}的队列拒绝一次不等待的尝试和一次等待 {size.WaitSeconds} 秒的尝试");

    private static LocalizedText InSeconds(TimeSpan time) => ($"{time.TotalSeconds} s", $"{time.TotalSeconds} 秒");

    private static LocalizedText Was(object found) => found is LocalizedText told ? ($"it was {told.En}", $"它是 {told.Zh}") : ($"it was {found}", $"它是 {found}");

    private static LocalizedText NoReport(LocalizedText how) => ($"there was no report: Run {how.En}", $"没有报告：Run {how.Zh}");

    private static AtEnd<int> Reports(LocalizedText statement, Func<QueueReport, bool> good, Func<QueueReport, object> found, params Tier[] tiers) => new(
        statement,
        Observe.Nothing,
        (_, end) => end.Result<QueueReport>() is { Drained: not null } report && good(report),
        (_, end) => end.Result<QueueReport>() is { Drained: not null } report ? Was(found(report)) : NoReport(end.Ending))
    { Tiers = tiers.Length > 0 ? [.. tiers] : [Tier.Strict, Tier.Loose] };
}
