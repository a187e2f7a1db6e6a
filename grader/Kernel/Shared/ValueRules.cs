using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Kernel.Shared;

/// <summary>A read is atomic, and so is a write; one after the other is not.</summary>
internal sealed class ValueRules : IPrimitive
{
    public IReadOnlyList<Type> Operations { get; } = [typeof(CreateValue), typeof(ReadValue), typeof(WriteValue)];

    public void Complete(Transition transition, Operation operation)
    {
        var name = ((ObjectOperation)operation).Object;
        var state = transition.State.Find<ValueState>(name);
        switch (operation)
        {
            case CreateValue create when state is null:
                transition.Set(name, new ValueState(create.Value));
                transition.Answer(Done.Instance);
                break;
            case ReadValue when state is not null:
                transition.Answer(new Item(state.Value));
                break;
            case WriteValue write when state is not null:
                transition.Set(name, new ValueState(write.Value));
                transition.Answer(Done.Instance);
                break;
            default:
                transition.Refuse(FailureKind.InvalidOperation, $"There is {(state is null ? "no" : "already a")} shared value {name}.");
                break;
        }
    }

    public IEnumerable<Access> Accesses(AgentState agent, Operation operation)
    {
        var name = ((ObjectOperation)operation).Object;
        return [operation is ReadValue ? Access.Read(name) : Access.Write(name)];
    }
}
