namespace ExerciseKit.Contract.Operations;

/// <summary>Make a barrier.</summary>
/// <param name="Object">The barrier.</param>
/// <param name="Participants">How many must arrive before any of them passes; at least 1.</param>
public sealed record CreateBarrier(string Object, int Participants) : CreateOperation(Object)
{
    public override LocalizedText Describe() => Code($"new ProcessBarrier({Participants})");
}

/// <summary>The first half of SignalAndWait: one more has arrived. Fails where the barrier is broken.</summary>
public sealed record ArriveAtBarrier(string Object) : ObjectOperation(Object)
{
    public override LocalizedText Describe() => ("ProcessBarrier.SignalAndWait (arrives)", "ProcessBarrier.SignalAndWait（到达）");
}

/// <summary>The second half of SignalAndWait: wait until as many as it takes have arrived. Fails where the barrier is broken or reset before, or the patience runs out, which breaks it.</summary>
/// <param name="Object">The barrier.</param>
/// <param name="Patience">How long to wait: null for ever, zero not at all.</param>
public sealed record PassBarrier(string Object, TimeSpan? Patience = null) : ObjectOperation(Object)
{
    public override TimeSpan? Timeout => Patience;

    public override LocalizedText Describe() => Code(Patience is { } p ? $"ProcessBarrier.SignalAndWait {p.TotalSeconds} s" : "ProcessBarrier.SignalAndWait");
}

/// <summary>Break a barrier: whoever waits at it, and whoever comes, fails, until it is reset.</summary>
public sealed record AbortBarrier(string Object) : ObjectOperation(Object)
{
    public override Outcome? OnlyOutcome => Done.Instance;

    public override LocalizedText Describe() => Code("ProcessBarrier.Abort");
}

/// <summary>Make a barrier empty and whole again: whoever waits at it fails.</summary>
public sealed record ResetBarrier(string Object) : ObjectOperation(Object)
{
    public override Outcome? OnlyOutcome => Done.Instance;

    public override LocalizedText Describe() => Code("ProcessBarrier.Reset");
}

/// <summary>Ask how many wait at a barrier. Answer: <see cref="Number"/>.</summary>
public sealed record QueryBarrierWaiting(string Object) : ObjectOperation(Object)
{
    public override bool IsLook => true;

    public override LocalizedText Describe() => Code("ProcessBarrier.WaitingCount");
}

/// <summary>Ask whether a barrier is broken. Answer: <see cref="Flag"/>.</summary>
public sealed record QueryBarrierBroken(string Object) : ObjectOperation(Object)
{
    public override bool IsLook => true;

    public override LocalizedText Describe() => Code("ProcessBarrier.IsBroken");
}
