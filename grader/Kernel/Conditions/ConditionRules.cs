using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel.Locks;

namespace ExerciseKit.Kernel.Conditions;

/// <summary>A wait is three steps: give the lock back and go to sleep, be notified or lose patience, take the lock again.</summary>
/// <remarks>Who is killed in its sleep stays among the sleepers: the notification that it would have taken is left to another.</remarks>
internal sealed class ConditionRules : IPrimitive
{
    public IReadOnlyList<Type> Operations { get; } =
        [typeof(CreateCondition), typeof(BeginWait), typeof(AwaitNotification), typeof(ReacquireLock), typeof(NotifyWaiters)];

    public bool IsEnabled(KernelState state, AgentState agent, Operation operation) => operation switch
    {
        AwaitNotification wait => state.Find<ConditionState>(wait.Object) is not { } condition || !condition.HasSleeper(agent.Name) || condition.IsNotified(agent.Name),
        ReacquireLock reacquire => state.Find<ExclusiveState>(reacquire.Object) is not { Holder: not null },
        _ => true,
    };

    public void Complete(Transition transition, Operation operation)
    {
        var name = ((ObjectOperation)operation).Object;
        var agent = transition.Agent.Name;
        var condition = transition.State.Find<ConditionState>(name);
        switch (operation)
        {
            case CreateCondition create when condition is null && transition.State.Find<ExclusiveState>(create.Lock) is not null:
                transition.Set(name, ConditionState.Empty);
                transition.Answer(Done.Instance);
                break;
            case BeginWait begin when condition is not null:
                BeginWait(transition, begin, condition);
                break;
            case AwaitNotification when condition?.IsNotified(agent) == true:
                transition.Set(name, condition.WithWoken(agent));
                transition.Answer(Flag.True);
                break;
            case ReacquireLock reacquire when transition.State.Find<ExclusiveState>(name) is { } free:
                transition.Set(name, free.HeldBy(agent, reacquire.Depth));
                transition.Answer(Done.Instance);
                break;
            case NotifyWaiters notify when condition is not null && transition.State.Find<ExclusiveState>(notify.Lock)?.Holder == agent:
                transition.Set(name, condition.WithNotified(notify.Count));
                transition.Answer(Done.Instance);
                break;
            case NotifyWaiters when condition is not null:
                transition.Refuse(FailureKind.InvalidOperation, "A condition was notified without its lock. Acquire the condition first, and release it after.");
                break;
            default:
                transition.Refuse(FailureKind.InvalidOperation, $"There is no condition {name} that this process waits for.");
                break;
        }
    }

    public void TimeOut(Transition transition, Operation operation)
    {
        var name = ((ObjectOperation)operation).Object;
        if (transition.State.Find<ConditionState>(name) is { } condition)
            transition.Set(name, condition.WithoutSleeper(transition.Agent.Name));
        transition.Answer(Flag.False);
    }

    public IEnumerable<string> HeldBy(KernelState state, AgentState agent, Operation operation) =>
        operation is ReacquireLock reacquire && state.Find<ExclusiveState>(reacquire.Object)?.Holder is { } holder ? [holder] : [];

    public IEnumerable<Access> Accesses(AgentState agent, Operation operation) => operation switch
    {
        CreateCondition create => [Access.Write(create.Object), Access.Read(create.Lock)],
        BeginWait begin => [Access.Write(begin.Object), Access.Write(begin.Lock)],
        NotifyWaiters notify => [Access.Write(notify.Object), Access.Read(notify.Lock)],
        _ => [Access.Write(((ObjectOperation)operation).Object)],
    };

    public (string Name, int Count)? Taken(Operation operation, Outcome result) => (operation, result) switch
    {
        (BeginWait begin, Number depth) => (begin.Lock, -(int)depth.Value),
        (ReacquireLock reacquire, _) => (reacquire.Object, reacquire.Depth),
        _ => null,
    };

    public bool IsIdle(Operation operation, Outcome result) => operation is AwaitNotification && result is Flag { Value: false };

    private static void BeginWait(Transition transition, BeginWait begin, ConditionState condition)
    {
        var agent = transition.Agent.Name;
        if (transition.State.Find<ExclusiveState>(begin.Lock) is not { } held || held.Holder != agent)
        {
            transition.Refuse(FailureKind.InvalidOperation, "A condition was waited for without its lock. Acquire the condition first: the wait gives it back and takes it again.");
            return;
        }

        transition.Set(begin.Lock, held.Freed());
        transition.Set(begin.Object, condition.WithSleeper(agent));
        transition.Answer(new Number(held.Depth));
    }
}
