using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Kernel.Barriers;

/// <summary>Arriving is a step of its own: it counts while its agent waits, and after its agent's death.</summary>
internal sealed class BarrierRules : IPrimitive
{
    public IReadOnlyList<Type> Operations { get; } = [typeof(CreateBarrier), typeof(ArriveAtBarrier), typeof(PassBarrier)];

    public bool IsEnabled(KernelState state, AgentState agent, Operation operation) =>
        operation is not PassBarrier pass || state.Find<BarrierState>(pass.Object) is not { } barrier || !barrier.Arrived.Contains(agent.Name);

    public void Complete(Transition transition, Operation operation)
    {
        var name = ((ObjectOperation)operation).Object;
        var state = transition.State.Find<BarrierState>(name);
        switch (operation)
        {
            case CreateBarrier create when state is null:
                transition.Set(name, new BarrierState(create.Participants, []));
                transition.Answer(Done.Instance);
                break;
            case ArriveAtBarrier when state is not null:
                transition.Set(name, state.With(transition.Agent.Name));
                transition.Answer(Done.Instance);
                break;
            case PassBarrier when state is not null:
                transition.Answer(Done.Instance);
                break;
            default:
                transition.Refuse(FailureKind.InvalidOperation, $"There is no barrier {name}.");
                break;
        }
    }

    public IEnumerable<Access> Accesses(AgentState agent, Operation operation)
    {
        var name = ((ObjectOperation)operation).Object;
        return [operation is PassBarrier ? Access.Read(name) : Access.Write(name)];
    }
}
