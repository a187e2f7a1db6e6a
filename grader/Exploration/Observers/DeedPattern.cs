using ExerciseKit.Contract;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Observers;

/// <summary>Whatever a process does but end.</summary>
public sealed record DeedPattern : EventPattern
{
    public override LocalizedText Describe(KernelEvent happened) => happened is OperationCompleted completed ? completed.Operation.Describe() : LocalizedText.Empty;

    protected override bool MatchesEvent(KernelEvent happened) => happened is OperationCompleted;
}
