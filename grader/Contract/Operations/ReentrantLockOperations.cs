namespace ExerciseKit.Contract.Operations;

/// <summary>Make a reentrant lock.</summary>
public sealed record CreateReentrantLock(string Object) : CreateOperation(Object)
{
    public override LocalizedText Describe() => Code("new ProcessReentrantLock");
}

/// <summary>Take a reentrant lock, once more if the speaker owns it. Answer: <see cref="Flag"/>, false where the patience ran out.</summary>
/// <param name="Object">The lock.</param>
/// <param name="Patience">How long to wait: null for ever, zero not at all.</param>
public sealed record AcquireReentrantLock(string Object, TimeSpan? Patience) : ObjectOperation(Object)
{
    public override bool IsLook => true;

    public override TimeSpan? Timeout => Patience;

    public override Outcome? OnlyOutcome => Patience is null ? Flag.True : null;

    public override LocalizedText Describe() => Code(Patience is null ? "ProcessReentrantLock.Acquire" : "ProcessReentrantLock.TryAcquire");
}

/// <summary>Give a reentrant lock back once. An error for all but its owner.</summary>
public sealed record ReleaseReentrantLock(string Object) : ObjectOperation(Object)
{
    public override LocalizedText Describe() => Code("ProcessReentrantLock.Release");
}
