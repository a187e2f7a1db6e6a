namespace ExerciseKit.Contract.Operations;

/// <summary>Make a queue. Always first for its name.</summary>
/// <param name="Object">The queue.</param>
/// <param name="Capacity">How many items it holds at most; null for any number.</param>
/// <param name="IsJoinable">Whether it counts the items whose work is not done yet.</param>
public sealed record CreateQueue(string Object, int? Capacity, bool IsJoinable) : CreateOperation(Object)
{
    public override LocalizedText Describe() => Code(IsJoinable ? "new JoinableQueue" : "new ProcessQueue");
}

/// <summary>Put an item at a queue's end. Answer: <see cref="Flag"/>, false where the patience ran out while it was full.</summary>
/// <param name="Object">The queue.</param>
/// <param name="Item">The item.</param>
/// <param name="Patience">How long to wait for room: null for ever, zero not at all.</param>
public sealed record PutItem(string Object, Payload Item, TimeSpan? Patience) : ObjectOperation(Object)
{
    public override bool IsLook => true;

    public override TimeSpan? Timeout => Patience;

    // A connection that was closed before can't be put.
    public override Outcome? OnlyOutcome => Patience is null && Item.Handles.Count == 0 ? Flag.True : null;

    public override Operation MapNames(Func<string, string> map) => this with { Object = map(Object), Item = Item.MapNames(map) };

    public override LocalizedText Describe() => Code($"ProcessQueue.{(Patience is null ? "Put" : "TryPut")} {Item.Short}");
}

/// <summary>Take the item at a queue's front. Answer: <see cref="Contract.Operations.Item"/>, or <see cref="Flag"/> false where the patience ran out.</summary>
/// <param name="Object">The queue.</param>
/// <param name="Patience">How long to wait for an item: null for ever, zero not at all.</param>
public sealed record GetItem(string Object, TimeSpan? Patience) : ObjectOperation(Object)
{
    public override bool IsLook => true;

    public override TimeSpan? Timeout => Patience;

    public override LocalizedText Describe() => Code(Patience is null ? "ProcessQueue.Get" : "ProcessQueue.TryGet");
}

/// <summary>Ask how many items a queue holds. Answer: <see cref="Number"/>.</summary>
public sealed record QueryQueueCount(string Object) : ObjectOperation(Object)
{
    public override bool IsLook => true;

    public override LocalizedText Describe() => Code("ProcessQueue.Count");
}

/// <summary>Ask whether a queue holds nothing. Answer: <see cref="Flag"/>.</summary>
public sealed record QueryQueueEmpty(string Object) : ObjectOperation(Object)
{
    public override bool IsLook => true;

    public override LocalizedText Describe() => Code("ProcessQueue.IsEmpty");
}

/// <summary>Ask whether a queue is at its capacity. Answer: <see cref="Flag"/>.</summary>
public sealed record QueryQueueFull(string Object) : ObjectOperation(Object)
{
    public override bool IsLook => true;

    public override LocalizedText Describe() => Code("ProcessQueue.IsFull");
}

/// <summary>Say that the work on one item of a joinable queue is done. An error when it is said more often than items were put.</summary>
public sealed record FinishTask(string Object) : ObjectOperation(Object)
{
    public override LocalizedText Describe() => Code("JoinableQueue.TaskDone");
}

/// <summary>Wait until the work on every item that was put is done.</summary>
public sealed record JoinQueue(string Object) : ObjectOperation(Object)
{
    public override Outcome? OnlyOutcome => Done.Instance;

    public override LocalizedText Describe() => Code("JoinableQueue.Join");
}
