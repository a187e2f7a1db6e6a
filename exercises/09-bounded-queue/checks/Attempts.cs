using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.BoundedQueue;

/// <summary>What was done to the queues of the wanted capacity: the one that the task is about, and any other that happens to have it.</summary>
/// <param name="OfQueues">In the order in which they were made.</param>
internal sealed record Attempts(EquatableArray<QueueAttempts> OfQueues)
{
    public static Observer<Attempts> On(int capacity) => new(
        new Attempts([]),
        (seen, happened) => seen.After((OperationCompleted)happened),
        [
            new OperationPattern<CreateQueue> { Where = create => create.Capacity == capacity },
            new OperationPattern<PutItem>(), new OperationPattern<GetItem>(), new OperationPattern<ReadClock>(),
        ],
        seen => seen.OfQueues.Count == 0 ? ($"no queue of capacity {capacity} was made", $"没有创建容量为 {capacity} 的队列") : seen.OfQueues.MaxBy(q => q.Put)!.Describe())
    { SeesTime = false };

    /// <summary>Whether all this was done to one of them.</summary>
    public bool Any(Func<QueueAttempts, bool> wanted) => OfQueues.Any(wanted);

    private Attempts After(OperationCompleted completed) => completed.Operation switch
    {
        CreateQueue create => new([.. OfQueues, new QueueAttempts(create.Object, 0, 0, Refusals.None, Refusals.None)]),
        ReadClock => new([.. OfQueues.Select(q => q.ClockRead())]),
        ObjectOperation { Object: var name } => new([.. OfQueues.Select(q => q.Queue == name ? q.After(completed) : q)]),
        _ => this,
    };
}

/// <summary>What was done to one queue.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Put">How many items it took.</param>
/// <param name="Got">How many items it gave.</param>
/// <param name="Overflow">The attempts that the full queue refused.</param>
/// <param name="Underflow">The attempts that the empty queue refused.</param>
internal sealed record QueueAttempts(string Queue, int Put, int Got, Refusals Overflow, Refusals Underflow)
{
    public QueueAttempts ClockRead() => this with { Overflow = Overflow.ClockRead(), Underflow = Underflow.ClockRead() };

    public QueueAttempts After(OperationCompleted completed) => completed switch
    {
        { Operation: PutItem { Patience: { } patience }, Outcome: Flag { Value: false } } => this with { Overflow = Overflow.After(patience), Underflow = Underflow.Interrupted() },
        { Operation: PutItem, Outcome: Flag { Value: true } } => this with { Put = Put + 1, Overflow = Overflow.Interrupted(), Underflow = Underflow.Interrupted() },
        { Operation: GetItem { Patience: { } patience }, Outcome: Flag } => this with { Underflow = Underflow.After(patience), Overflow = Overflow.Interrupted() },
        { Operation: GetItem, Outcome: Item } => this with { Got = Got + 1, Overflow = Overflow.Interrupted(), Underflow = Underflow.Interrupted() },
        _ => this,
    };

    public LocalizedText Describe()
    {
        var (full, empty) = (Overflow.Describe(), Underflow.Describe());
        return (
            $"the queue took {Put} items and gave {Got}; when it was full {full.En}; when it was empty {empty.En}",
            $"队列收了 {Put} 项，给出 {Got} 项；满的时候，{full.Zh}；空的时候，{empty.Zh}");
    }
}

/// <summary>The attempts that a queue refused.</summary>
/// <param name="AtOnce">Whether there was one that did not wait.</param>
/// <param name="Waited">How long the others were to wait, together.</param>
/// <param name="IsTimed">Whether the clock was read before and after those, with no other attempt between.</param>
/// <param name="HasReadBefore">Whether the clock was read since the last other attempt.</param>
internal sealed record Refusals(bool AtOnce, TimeSpan Waited, bool IsTimed, bool HasReadBefore)
{
    private bool AwaitsReading { get; init; }

    public static Refusals None { get; } = new(AtOnce: false, TimeSpan.Zero, IsTimed: false, HasReadBefore: false);

    public Refusals After(TimeSpan patience) => patience == TimeSpan.Zero
        ? Interrupted() with { AtOnce = true }
        : this with { Waited = Waited + patience, AwaitsReading = HasReadBefore };

    public Refusals ClockRead() => this with { IsTimed = IsTimed || AwaitsReading, HasReadBefore = true };

    /// <summary>Something else was done: what the clock said before it tells nothing of what comes after.</summary>
    public Refusals Interrupted() => this with { AwaitsReading = false, HasReadBefore = false };

    public LocalizedText Describe() => (
        $"it refused {(AtOnce ? "an attempt" : "no attempt")} without waiting and {(Waited > TimeSpan.Zero ? $"one of {Waited.TotalSeconds} s" : "none that waits")}{(IsTimed ? ", timed by the clock" : "")}",
        $"{(AtOnce ? "拒绝了一次不等待的尝试" : "没有拒绝过不等待的尝试")}，{(Waited > TimeSpan.Zero ? $"拒绝了等待共 {Waited.TotalSeconds} 秒的尝试" : "没有拒绝过限时等待的尝试")}{(IsTimed ? "，并用时钟计了时" : "")}");
}
