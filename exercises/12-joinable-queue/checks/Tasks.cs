using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.JoinableKitchen;

/// <summary>What a joinable queue was told, and how that stood when 'all served' was printed.</summary>
/// <param name="Taken">The items that children have taken and not called done, in order of the children.</param>
/// <param name="Done">How many were called done by the child that took one.</param>
/// <param name="IsJoined">Whether the parent has come through Join since the last item was put.</param>
/// <param name="AtTheEnd">How many were done when 'all served' came after a Join; null before that.</param>
internal sealed record Tasks(EquatableArray<string> Taken, int Done, bool IsJoined, int? AtTheEnd)
{
    public static Observer<Tasks> Observed { get; } = new(
        new Tasks([], 0, IsJoined: false, null),
        (tasks, happened) => tasks.After(happened),
        [
            new OperationPattern<PutItem>(), new OperationPattern<GetItem> { Who = Who.Child }, new OperationPattern<FinishTask>(),
            new OperationPattern<JoinQueue> { Who = Who.Root }, LinePattern.Like("all served").By(Who.Root),
        ],
        tasks => tasks.AtTheEnd is { } done ? $"{done} were done" : $"the parent came through no Join after the last Put, and {tasks.Done} were done by those who took them");

    /// <summary>Whether there were at least so many tasks, all done by then.</summary>
    public bool AreCounted(int dishes) => AtTheEnd >= dishes;

    private Tasks After(KernelEvent happened) => happened switch
    {
        OperationCompleted { Operation: PutItem, Outcome: Flag { Value: true } } => this with { IsJoined = false },
        OperationCompleted { Outcome: Item } => this with { Taken = [.. Taken.Append(happened.Agent).Order(StringComparer.Ordinal)] },
        OperationCompleted { Operation: FinishTask, Outcome: not Failed } when Taken.ToList() is var left && left.Remove(happened.Agent) =>
            this with { Taken = [.. left], Done = Done + 1 },
        OperationCompleted { Operation: JoinQueue, Outcome: not Failed } => this with { IsJoined = true },
        LinePrinted when IsJoined => this with { AtTheEnd = AtTheEnd ?? Done },
        _ => this,
    };
}
