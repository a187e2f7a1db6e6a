using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Kernel.Semaphores;

/// <summary>A permit is nobody's: whoever likes may put one back, so that nobody can be said to hold up who waits for one.</summary>
internal sealed class SemaphoreRules : IPrimitive
{
    public IReadOnlyList<Type> Operations { get; } = [typeof(CreateSemaphore), typeof(AcquireSemaphore), typeof(ReleaseSemaphore)];

    public bool IsEnabled(KernelState state, AgentState agent, Operation operation) =>
        operation is not AcquireSemaphore acquire || state.Find<SemaphoreState>(acquire.Object) is not { Permits: 0 };

    public void Complete(Transition transition, Operation operation)
    {
        var name = ((ObjectOperation)operation).Object;
        var state = transition.State.Find<SemaphoreState>(name);
        switch (operation)
        {
            case CreateSemaphore create when state is null:
                transition.Set(name, new SemaphoreState(create.Initial, create.Maximum));
                transition.Answer(Done.Instance);
                break;
            case AcquireSemaphore when state is not null:
                transition.Set(name, state with { Permits = state.Permits - 1 });
                transition.Answer(Flag.True);
                break;
            case ReleaseSemaphore when state is not null && (state.Permits == state.Maximum || state.Permits == int.MaxValue):
                transition.Refuse(FailureKind.SemaphoreFull, $"A semaphore was released that had all of its {state.Permits} permits. Release it once for each Acquire, after it.");
                break;
            case ReleaseSemaphore when state is not null:
                transition.Set(name, state with { Permits = state.Permits + 1 });
                transition.Answer(Done.Instance);
                break;
            default:
                transition.Refuse(FailureKind.InvalidOperation, $"There is no semaphore {name}.");
                break;
        }
    }

    public IEnumerable<Access> Accesses(AgentState agent, Operation operation) => [Access.Write(((ObjectOperation)operation).Object)];

    public (string Name, int Count)? Taken(Operation operation, Outcome result) => (operation, result) switch
    {
        (AcquireSemaphore acquire, Flag { Value: true }) => (acquire.Object, 1),
        (ReleaseSemaphore release, Done) => (release.Object, -1),
        _ => null,
    };

    public bool IsIdle(Operation operation, Outcome result) => operation switch
    {
        AcquireSemaphore => result is Flag { Value: false },
        ReleaseSemaphore => result is Failed,
        _ => false,
    };
}
