using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Kernel.Events;

/// <summary>Whoever waits when an event is set goes on, even if it is reset at once; who comes after that has missed it.</summary>
/// <remarks>So to begin to wait is a step of its own.</remarks>
internal sealed class EventRules : IPrimitive
{
    public IReadOnlyList<Type> Operations { get; } = [typeof(CreateEvent), typeof(SetEvent), typeof(ResetEvent), typeof(QueryEvent), typeof(AwaitEvent)];

    public bool IsEnabled(KernelState state, AgentState agent, Operation operation) =>
        operation is not AwaitEvent wait
        || state.Find<EventState>(wait.Object) is not { IsSet: false } awaited
        || awaited.Released.Contains(agent.Name)
        || (wait.Patience != TimeSpan.Zero && !awaited.Sleepers.Contains(agent.Name));

    public void Complete(Transition transition, Operation operation)
    {
        var name = ((ObjectOperation)operation).Object;
        var state = transition.State.Find<EventState>(name);
        switch (operation)
        {
            case CreateEvent when state is null:
                transition.Set(name, EventState.New);
                transition.Answer(Done.Instance);
                break;
            case SetEvent or ResetEvent when state is not null:
                transition.Set(name, operation is SetEvent ? state.Set() : state.Reset());
                transition.Answer(Done.Instance);
                break;
            case QueryEvent when state is not null:
                transition.Answer(state.IsSet ? Flag.True : Flag.False);
                break;
            case AwaitEvent when state is not null && !state.IsSet && !state.Released.Contains(transition.Agent.Name):
                transition.Set(name, state.WithSleeper(transition.Agent.Name));
                break;
            case AwaitEvent when state is not null:
                transition.Set(name, state.Without(transition.Agent.Name));
                transition.Answer(Flag.True);
                break;
            default:
                transition.Refuse(FailureKind.InvalidOperation, $"There is no event {name}.");
                break;
        }
    }

    public void TimeOut(Transition transition, Operation operation)
    {
        var name = ((ObjectOperation)operation).Object;
        transition.Set(name, transition.State.Find<EventState>(name)!.Without(transition.Agent.Name));
        transition.Answer(Flag.False);
    }

    public IEnumerable<Access> Accesses(AgentState agent, Operation operation)
    {
        var name = ((ObjectOperation)operation).Object;
        return [operation is QueryEvent or AwaitEvent ? Access.Read(name) : Access.Write(name)];
    }
}
