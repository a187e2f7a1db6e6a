using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Kernel.Locks;

/// <summary>Locks are not reentrant, and another agent than the holder may release one, as in Python.</summary>
internal sealed class LockRules : IPrimitive
{
    public IReadOnlyList<Type> Operations { get; } = [typeof(CreateLock), typeof(AcquireLock), typeof(ReleaseLock)];

    public bool IsEnabled(KernelState state, AgentState agent, Operation operation) =>
        operation is not AcquireLock acquire || state.Find<LockState>(acquire.Object) is not { Holder: not null };

    public void Complete(Transition transition, Operation operation)
    {
        var name = ((ObjectOperation)operation).Object;
        var state = transition.State.Find<LockState>(name);
        switch (operation)
        {
            case CreateLock when state is null:
                transition.Set(name, new LockState(Holder: null));
                transition.Answer(Done.Instance);
                break;
            case AcquireLock when state is not null:
                transition.Set(name, new LockState(transition.Agent.Name));
                transition.Answer(Flag.True);
                break;
            case ReleaseLock when state is { Holder: not null }:
                transition.Set(name, new LockState(Holder: null));
                transition.Answer(Done.Instance);
                break;
            case ReleaseLock when state is not null:
                transition.Refuse(FailureKind.InvalidOperation, "A lock was released that nobody held. Release it once for each Acquire, after it.");
                break;
            default:
                transition.Refuse(FailureKind.InvalidOperation, $"There is no lock {name}.");
                break;
        }
    }

    public IEnumerable<string> HeldBy(KernelState state, AgentState agent, Operation operation) =>
        operation is AcquireLock acquire && state.Find<LockState>(acquire.Object)?.Holder is { } holder ? [holder] : [];

    public IEnumerable<Access> Accesses(AgentState agent, Operation operation) => [Access.Write(((ObjectOperation)operation).Object)];

    public (string Name, int Count)? Taken(Operation operation, Outcome result) => (operation, result) switch
    {
        (AcquireLock acquire, Flag { Value: true }) => (acquire.Object, 1),
        (ReleaseLock release, Done) => (release.Object, -1),
        _ => null,
    };

    public bool IsIdle(Operation operation, Outcome result) => operation switch
    {
        AcquireLock => result is Flag { Value: false },
        ReleaseLock => result is Failed,
        _ => false,
    };
}
