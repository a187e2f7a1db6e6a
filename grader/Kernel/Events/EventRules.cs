using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Kernel.Events;

/// <summary>Waiting is possible while an event is set: who does not get to run between Set and Reset has missed it.</summary>
internal sealed class EventRules : IPrimitive
{
    public IReadOnlyList<Type> Operations { get; } = [typeof(CreateEvent), typeof(SetEvent), typeof(ResetEvent), typeof(QueryEvent), typeof(AwaitEvent)];

    public bool IsEnabled(KernelState state, AgentState agent, Operation operation) =>
        operation is not AwaitEvent wait || state.Find<EventState>(wait.Object) is not { IsSet: false };

    public void Complete(Transition transition, Operation operation)
    {
        var name = ((ObjectOperation)operation).Object;
        var state = transition.State.Find<EventState>(name);
        switch (operation)
        {
            case CreateEvent when state is null:
                transition.Set(name, new EventState(IsSet: false));
                transition.Answer(Done.Instance);
                break;
            case SetEvent or ResetEvent when state is not null:
                transition.Set(name, new EventState(operation is SetEvent));
                transition.Answer(Done.Instance);
                break;
            case QueryEvent or AwaitEvent when state is not null:
                transition.Answer(state.IsSet ? Flag.True : Flag.False);
                break;
            default:
                transition.Refuse(FailureKind.InvalidOperation, $"There is no event {name}.");
                break;
        }
    }

    public IEnumerable<Access> Accesses(AgentState agent, Operation operation)
    {
        var name = ((ObjectOperation)operation).Object;
        return [operation is QueryEvent or AwaitEvent ? Access.Read(name) : Access.Write(name)];
    }
}
