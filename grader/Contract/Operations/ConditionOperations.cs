namespace ExerciseKit.Contract.Operations;

/// <summary>Make a condition.</summary>
/// <param name="Object">The condition.</param>
/// <param name="Lock">Its lock, of either kind.</param>
public sealed record CreateCondition(string Object, string Lock) : CreateOperation(Object)
{
    public override Operation MapNames(Func<string, string> map) => this with { Object = map(Object), Lock = map(Lock) };

    public override LocalizedText Describe() => Code("new ProcessCondition");
}

/// <summary>The first third of a wait: give the lock back and go to sleep, in one step. Answer: <see cref="Number"/>, how often the lock was held.</summary>
/// <remarks>An error when the speaker does not hold the lock.</remarks>
/// <param name="Object">The condition.</param>
/// <param name="Lock">Its lock.</param>
public sealed record BeginWait(string Object, string Lock) : ObjectOperation(Object)
{
    public override Operation MapNames(Func<string, string> map) => this with { Object = map(Object), Lock = map(Lock) };

    public override LocalizedText Describe() => ("ProcessCondition.Wait (gives the lock back)", "ProcessCondition.Wait（释放锁）");
}

/// <summary>The second third of a wait: sleep until notified. Answer: <see cref="Flag"/>, false where the patience ran out.</summary>
/// <param name="Object">The condition.</param>
/// <param name="Patience">How long to wait: null for ever, zero not at all.</param>
public sealed record AwaitNotification(string Object, TimeSpan? Patience) : ObjectOperation(Object)
{
    public override bool IsLook => true;

    public override TimeSpan? Timeout => Patience;

    public override Outcome? OnlyOutcome => Patience is null ? Flag.True : null;

    public override LocalizedText Describe() => Code(Patience is { } p ? $"ProcessCondition.Wait {p.TotalSeconds} s" : "ProcessCondition.Wait");
}

/// <summary>The last third of a wait: take the lock again, as often as it was held, notified or not.</summary>
/// <param name="Object">The lock, of either kind.</param>
/// <param name="Depth">How often it was held.</param>
public sealed record ReacquireLock(string Object, int Depth) : ObjectOperation(Object)
{
    public override Outcome? OnlyOutcome => Done.Instance;

    public override LocalizedText Describe() => ("ProcessCondition.Wait (takes the lock again)", "ProcessCondition.Wait（重新获得锁）");
}

/// <summary>Wake some who sleep and were not notified yet. An error when the speaker does not hold the lock.</summary>
/// <param name="Object">The condition.</param>
/// <param name="Lock">Its lock.</param>
/// <param name="Count">How many; null for all. Which of them is the schedule's choice.</param>
public sealed record NotifyWaiters(string Object, string Lock, int? Count) : ObjectOperation(Object)
{
    public override Operation MapNames(Func<string, string> map) => this with { Object = map(Object), Lock = map(Lock) };

    public override LocalizedText Describe() => Code(Count is { } count ? $"ProcessCondition.Notify {count}" : "ProcessCondition.NotifyAll");
}
