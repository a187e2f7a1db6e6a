namespace ExerciseKit.Contract.Operations;

/// <summary>Make a lock. Always first for its name.</summary>
public sealed record CreateLock(string Object) : CreateOperation(Object)
{
    public override LocalizedText Describe() => Code("new ProcessLock");
}

/// <summary>Take a lock. Answer: <see cref="Flag"/>, false where the patience ran out.</summary>
/// <param name="Object">The lock.</param>
/// <param name="Patience">How long to wait: null for ever, zero not at all.</param>
public sealed record AcquireLock(string Object, TimeSpan? Patience) : ObjectOperation(Object)
{
    public override bool IsLook => true;

    public override TimeSpan? Timeout => Patience;

    public override Outcome? OnlyOutcome => Patience is null ? Flag.True : null;

    public override LocalizedText Describe() => Code(Patience is null ? "ProcessLock.Acquire" : "ProcessLock.TryAcquire");
}

/// <summary>Give a lock back. An error when nobody holds it.</summary>
public sealed record ReleaseLock(string Object) : ObjectOperation(Object)
{
    public override LocalizedText Describe() => Code("ProcessLock.Release");
}
