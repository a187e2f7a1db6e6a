using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Observers;

/// <summary>A pool's worker has taken a task.</summary>
public sealed record TaskStartPattern : EventPattern
{
    public override string Describe(KernelEvent happened) => $"start of the task {((OperationCompleted)happened).Outcome.Describe()}";

    protected override bool MatchesEvent(KernelEvent happened) => happened is OperationCompleted { Operation: TakeTask, Outcome: GivenTask };
}

/// <summary>A pool's worker has handed in what its task came to.</summary>
public sealed record TaskEndPattern : EventPattern
{
    public override string Describe(KernelEvent happened) => $"end of a task with {((CompleteTask)((OperationCompleted)happened).Operation).Result.Describe()}";

    protected override bool MatchesEvent(KernelEvent happened) => happened is OperationCompleted { Operation: CompleteTask, Outcome: Done };
}
