using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Observers;

/// <summary>What was seen while nobody had given up waiting for a process: in loose time that can happen at any moment, so that a wait for each of them in turn would seem to be none.</summary>
/// <param name="Seen">What was seen.</param>
/// <param name="IsOver">Whether somebody has waited for a process for as long as he would, and gone on without.</param>
internal sealed record Unhurried<T>(T Seen, bool IsOver)
    where T : notnull
{
    private static readonly GivingUpPattern GivingUp = new();

    public static Observer<Unhurried<T>> Of(Observer<T> observer) => new(
        new Unhurried<T>((T)observer.Start, IsOver: false),
        (so, happened) =>
            so.IsOver ? so
            // What was seen before makes no difference from then on: one state for all of it.
            : GivingUp.Matches(happened) ? new Unhurried<T>((T)observer.Start, IsOver: true)
            : so with { Seen = (T)observer.After(so.Seen, happened) },
        [.. observer.Patterns, GivingUp],
        so => observer.Describe(so.Seen))
    { SeesAgents = observer.SeesAgents, SeesTexts = observer.SeesTexts, SeesTime = observer.SeesTime };
}

/// <summary>The end of a wait for a process that has not ended in time. A look, which waits for nothing, is none; other waits let time pass, too.</summary>
internal sealed record GivingUpPattern : EventPattern
{
    public override LocalizedText Describe(KernelEvent happened)
    {
        var operation = ((OperationCompleted)happened).Operation.Describe();
        return ($"{operation.En}, in vain", $"{operation.Zh}，没有等到");
    }

    protected override bool MatchesEvent(KernelEvent happened) =>
        happened is OperationCompleted { TimedOut: true, Operation: JoinProcess { Patience: { } patience } } && patience > TimeSpan.Zero;
}
