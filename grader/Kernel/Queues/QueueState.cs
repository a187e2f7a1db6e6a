using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Kernel.Queues;

/// <summary>A queue of items. Python: <c>multiprocessing.Queue</c>, <c>JoinableQueue</c>.</summary>
/// <param name="Capacity">How many items it holds at most; null for any number.</param>
/// <param name="Unfinished">How many items were put whose work is not done; null where nobody counts them.</param>
/// <param name="Items">The items, the next to be taken first.</param>
internal sealed record QueueState(int? Capacity, int? Unfinished, EquatableArray<QueueItem> Items) : ObjectState
{
    public bool IsFull => Items.Count >= Capacity;

    public override ObjectKind? Kind => ObjectKind.Queue;

    public override int Size => 1 + Items.Count;

    internal override IEnumerable<Payload> Carried => Items.Select(i => i.Value);

    /// <summary>Whether an agent still holds an item, because the buffer has no room for it.</summary>
    public bool HasItemHeldBy(string agent)
    {
        foreach (var item in Items.AsSpan())
        {
            if (item.HeldBy == agent)
                return true;
        }

        return false;
    }

    /// <summary>The queue with one more item.</summary>
    public QueueState With(Payload item, string putter, int? buffer) =>
        this with { Unfinished = Unfinished + 1, Items = Buffered([.. Items, new QueueItem(item, putter)], buffer) };

    /// <summary>The queue without its first item.</summary>
    public QueueState WithoutFirst(int? buffer) => this with { Items = Buffered([.. Items.Skip(1)], buffer) };

    /// <summary>The queue without the items that only an agent now dead still held.</summary>
    public QueueState WithoutItemsHeldBy(string agent, int? buffer) =>
        this with { Items = Buffered([.. Items.Where(i => i.HeldBy != agent)], buffer) };

    public override ObjectView View(string name, ViewBounds bounds)
    {
        var (items, more) = bounds.Of([.. Items.Select(i => i.Value.Json)]);
        return new(name) { Items = items, More = more, Most = Capacity, Count = Unfinished };
    }

    internal override ObjectState Renamed(Func<string, string> agent) =>
        this with { Items = Items.Select(i => i.HeldBy is { } holder ? i with { HeldBy = agent(holder) } : i).ToEquatableArray() };

    /// <summary>Who put an item is forgotten once the buffer holds it: from then on it makes no difference.</summary>
    private static EquatableArray<QueueItem> Buffered(QueueItem[] items, int? buffer)
    {
        var used = 0L;
        for (var i = 0; i < items.Length; i++)
        {
            used += items[i].Value.Json.Length;
            if ((buffer is null || used <= buffer) && items[i].HeldBy is not null)
                items[i] = items[i] with { HeldBy = null };
        }

        return new(items);
    }
}

/// <summary>An item in a queue.</summary>
/// <param name="Value">The item.</param>
/// <param name="HeldBy">The agent that put it, as long as the buffer has no room for it; else null.</param>
internal sealed record QueueItem(Payload Value, string? HeldBy);
