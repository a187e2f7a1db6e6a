namespace ExerciseKit.Contract.Operations;

/// <summary>Make a semaphore.</summary>
/// <param name="Object">The semaphore.</param>
/// <param name="Initial">How many permits there are at first; not negative.</param>
/// <param name="Maximum">How many there may be; null for any number.</param>
public sealed record CreateSemaphore(string Object, int Initial, int? Maximum) : CreateOperation(Object)
{
    public override LocalizedText Describe() => Code(Maximum is { } maximum ? $"new ProcessSemaphore({Initial}, {maximum})" : $"new ProcessSemaphore({Initial})");
}

/// <summary>Take a permit. Answer: <see cref="Flag"/>, false where the patience ran out.</summary>
/// <param name="Object">The semaphore.</param>
/// <param name="Patience">How long to wait: null for ever, zero not at all.</param>
public sealed record AcquireSemaphore(string Object, TimeSpan? Patience) : ObjectOperation(Object)
{
    public override bool IsLook => true;

    public override TimeSpan? Timeout => Patience;

    public override Outcome? OnlyOutcome => Patience is null ? Flag.True : null;

    public override LocalizedText Describe() => Code(Patience is null ? "ProcessSemaphore.Acquire" : "ProcessSemaphore.TryAcquire");
}

/// <summary>Put a permit back, or a new one in. An error where there are as many as there may be.</summary>
public sealed record ReleaseSemaphore(string Object) : ObjectOperation(Object)
{
    public override LocalizedText Describe() => Code("ProcessSemaphore.Release");
}
