namespace ExerciseKit.Contract.Operations;

/// <summary>Make an event, which is not set.</summary>
public sealed record CreateEvent(string Object) : CreateOperation(Object)
{
    public override LocalizedText Describe() => Code("new ProcessEvent");
}

/// <summary>Set an event: from now on nobody waits for it, until it is reset.</summary>
public sealed record SetEvent(string Object) : ObjectOperation(Object)
{
    public override Outcome? OnlyOutcome => Done.Instance;

    public override LocalizedText Describe() => Code("ProcessEvent.Set");
}

/// <summary>Reset an event: from now on it is waited for.</summary>
public sealed record ResetEvent(string Object) : ObjectOperation(Object)
{
    public override Outcome? OnlyOutcome => Done.Instance;

    public override LocalizedText Describe() => Code("ProcessEvent.Reset");
}

/// <summary>Ask whether an event is set. Answer: <see cref="Flag"/>.</summary>
public sealed record QueryEvent(string Object) : ObjectOperation(Object)
{
    public override bool IsLook => true;

    public override LocalizedText Describe() => Code("ProcessEvent.IsSet");
}

/// <summary>Wait until an event is set. Answer: <see cref="Flag"/>, false where the patience ran out.</summary>
/// <param name="Object">The event.</param>
/// <param name="Patience">How long to wait: null for ever, zero not at all.</param>
public sealed record AwaitEvent(string Object, TimeSpan? Patience) : ObjectOperation(Object)
{
    public override bool IsLook => true;

    public override TimeSpan? Timeout => Patience;

    public override Outcome? OnlyOutcome => Patience is null ? Flag.True : null;

    public override LocalizedText Describe() => Code(Patience is { } p ? $"ProcessEvent.Wait {p.TotalSeconds} s" : "ProcessEvent.Wait");
}
