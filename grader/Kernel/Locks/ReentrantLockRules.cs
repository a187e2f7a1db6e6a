using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Kernel.Locks;

/// <summary>Reentrant locks have an owner, who may take them again and must release them as often; nobody else may.</summary>
internal sealed class ReentrantLockRules : IPrimitive
{
    public IReadOnlyList<Type> Operations { get; } = [typeof(CreateReentrantLock), typeof(AcquireReentrantLock), typeof(ReleaseReentrantLock)];

    public bool IsEnabled(KernelState state, AgentState agent, Operation operation) =>
        operation is not AcquireReentrantLock acquire
        || state.Find<ReentrantLockState>(acquire.Object) is not { Holder: { } holder }
        || holder == agent.Name;

    public void Complete(Transition transition, Operation operation)
    {
        var name = ((ObjectOperation)operation).Object;
        var state = transition.State.Find<ReentrantLockState>(name);
        var agent = transition.Agent.Name;
        switch (operation)
        {
            case CreateReentrantLock when state is null:
                transition.Set(name, ReentrantLockState.Free);
                transition.Answer(Done.Instance);
                break;
            case AcquireReentrantLock when state is not null:
                transition.Set(name, state.HeldBy(agent, state.Depth + 1));
                transition.Answer(Flag.True);
                break;
            case ReleaseReentrantLock when state is not null && state.Holder == agent:
                transition.Set(name, state.Depth == 1 ? state.Freed() : state.HeldBy(agent, state.Depth - 1));
                transition.Answer(Done.Instance);
                break;
            case ReleaseReentrantLock when state is { Holder: null }:
                transition.Refuse(FailureKind.InvalidOperation, "A reentrant lock was released that nobody held. Release it once for each Acquire, after it.");
                break;
            case ReleaseReentrantLock when state is not null:
                transition.Refuse(FailureKind.InvalidOperation, "A reentrant lock was released by another process than its owner. Release it in the process that acquired it.");
                break;
            default:
                transition.Refuse(FailureKind.InvalidOperation, $"There is no reentrant lock {name}.");
                break;
        }
    }

    public IEnumerable<string> HeldBy(KernelState state, AgentState agent, Operation operation) =>
        operation is AcquireReentrantLock acquire && state.Find<ReentrantLockState>(acquire.Object)?.Holder is { } holder ? [holder] : [];

    public IEnumerable<Access> Accesses(AgentState agent, Operation operation) => [Access.Write(((ObjectOperation)operation).Object)];

    public (string Name, int Count)? Taken(Operation operation, Outcome result) => (operation, result) switch
    {
        (AcquireReentrantLock acquire, Flag { Value: true }) => (acquire.Object, 1),
        (ReleaseReentrantLock release, Done) => (release.Object, -1),
        _ => null,
    };

    public bool IsIdle(Operation operation, Outcome result) => operation switch
    {
        AcquireReentrantLock => result is Flag { Value: false },
        ReleaseReentrantLock => result is Failed,
        _ => false,
    };
}
