namespace ExerciseKit.Contract.Operations;

/// <summary>Make a barrier.</summary>
/// <param name="Object">The barrier.</param>
/// <param name="Participants">How many must arrive before any of them passes; at least 1.</param>
public sealed record CreateBarrier(string Object, int Participants) : CreateOperation(Object)
{
    public override string Describe() => $"new ProcessBarrier({Participants})";
}

/// <summary>The first half of SignalAndWait: one more has arrived.</summary>
public sealed record ArriveAtBarrier(string Object) : ObjectOperation(Object)
{
    public override Outcome? OnlyOutcome => Done.Instance;

    public override string Describe() => "ProcessBarrier.SignalAndWait (arrives)";
}

/// <summary>The second half of SignalAndWait: wait until as many as it takes have arrived.</summary>
public sealed record PassBarrier(string Object) : ObjectOperation(Object)
{
    public override Outcome? OnlyOutcome => Done.Instance;

    public override string Describe() => "ProcessBarrier.SignalAndWait";
}
