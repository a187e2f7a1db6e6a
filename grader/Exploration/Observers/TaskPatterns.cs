using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Observers;

/// <summary>A pool's worker has taken a task.</summary>
public sealed record TaskStartPattern : EventPattern
{
    public override LocalizedText Describe(KernelEvent happened)
    {
        var task = ((OperationCompleted)happened).Outcome.Describe();
        return ($"start of the task {task.En}", $"任务 {task.Zh} 开始");
    }

    protected override bool MatchesEvent(KernelEvent happened) => happened is OperationCompleted { Operation: TakeTask, Outcome: GivenTask };
}

/// <summary>A pool's worker has handed in what its task came to.</summary>
public sealed record TaskEndPattern : EventPattern
{
    public override LocalizedText Describe(KernelEvent happened)
    {
        var result = ((CompleteTask)((OperationCompleted)happened).Operation).Result.Describe();
        return ($"end of a task with {result.En}", $"任务结束，结果为 {result.Zh}");
    }

    protected override bool MatchesEvent(KernelEvent happened) => happened is OperationCompleted { Operation: CompleteTask, Outcome: Done };
}
