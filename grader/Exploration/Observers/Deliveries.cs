using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Observers;

/// <summary>What has gone from whom to whom through queues.</summary>
/// <param name="Underway">What was put and not taken yet, in the order in which it was put.</param>
/// <param name="Made">What was put by one process and taken by another, or by the same; each once, sorted.</param>
public sealed record Deliveries(EquatableArray<QueuedItem> Underway, EquatableArray<Delivery> Made)
{
    /// <summary>Whether a process has taken what it put itself.</summary>
    public bool HasOwn => Made.Any(d => d.From == d.To);

    /// <summary>Whether an item with this text in it went from a process that fits to one that fits.</summary>
    /// <param name="text">The text, as it stands in the item's JSON.</param>
    /// <param name="from">Whether a process, by its name, fits as the one that put it.</param>
    /// <param name="to">The same for the one that took it.</param>
    public bool Has(string text, Func<string, bool> from, Func<string, bool> to) =>
        Made.Any(d => d.Item.Contains(text, StringComparison.Ordinal) && from(d.From) && to(d.To));

    public LocalizedText Describe()
    {
        var made = LocalizedText.Join((", ", "，"), Made.Select(d => d.Describe()));
        return Made.Count == 0 ? ("nothing went through a queue", "没有东西经过队列") : ($"through queues went {made.En}", $"经过队列的有：{made.Zh}");
    }

    internal Deliveries After(KernelEvent happened)
    {
        TooMuchSeenException.ThrowIfMany(Underway.Count + Made.Count, ("items", "数据项"));
        return Next((OperationCompleted)happened);
    }

    private Deliveries Next(OperationCompleted happened) => happened switch
    {
        { Operation: PutItem put, Outcome: Flag { Value: true } } =>
            this with { Underway = [.. Underway, new QueuedItem(put.Object, put.Item.Json, happened.Agent)] },
        { Operation: GetItem get, Outcome: Item } when Underway.FirstOrDefault(i => i.Queue == get.Object) is { } taken => new(
            Underway.Where(i => !ReferenceEquals(i, taken)).ToEquatableArray(),
            Made.Append(new Delivery(taken.Item, taken.From, happened.Agent)).Distinct().OrderBy(d => (d.Item, d.From, d.To)).ToEquatableArray()),
        _ => this,
    };
}

/// <summary>An item that stands in a queue.</summary>
/// <param name="Queue">The queue's name.</param>
/// <param name="Item">Its JSON.</param>
/// <param name="From">Who put it.</param>
public sealed record QueuedItem(string Queue, string Item, string From);

/// <summary>An item that has arrived.</summary>
/// <param name="Item">Its JSON.</param>
/// <param name="From">Who put it.</param>
/// <param name="To">Who took it.</param>
public sealed record Delivery(string Item, string From, string To)
{
    public LocalizedText Describe()
    {
        var (from, to) = (ProcessPlace.Of(From), ProcessPlace.Of(To));
        return From == To ? ($"{Item} from {from.En} to itself", $"{Item} 从{from.Zh}回到它自己") : ($"{Item} from {from.En} to {to.En}", $"{Item} 从{from.Zh}到{to.Zh}");
    }
}
