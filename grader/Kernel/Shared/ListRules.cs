using System.Globalization;
using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Kernel.Shared;

/// <summary>Each operation is atomic. One that moves items changes every cell.</summary>
internal sealed class ListRules : IPrimitive
{
    public IReadOnlyList<Type> Operations { get; } =
    [
        typeof(CreateList), typeof(ReadItem), typeof(WriteItem), typeof(AddItem), typeof(InsertItem), typeof(RemoveItem), typeof(ClearList),
        typeof(CountList), typeof(ListItems),
    ];

    public void Complete(Transition transition, Operation operation)
    {
        var name = ((ObjectOperation)operation).Object;
        var state = transition.State.Find<ListState>(name);
        switch (operation)
        {
            case CreateList create when state is null:
                transition.Set(name, new ListState(create.Items));
                transition.Answer(Done.Instance);
                break;
            case ReadItem read when state?.Has(read.Index) == true:
                transition.Answer(new Item(state.Items[read.Index]));
                break;
            case WriteItem write when state?.Has(write.Index) == true:
                transition.Set(name, state.With(write.Index, write.Value));
                transition.Answer(Done.Instance);
                break;
            case InsertItem insert when state is not null && (state.Has(insert.Index) || insert.Index == state.Items.Count):
                transition.Set(name, state.WithInserted(insert.Index, insert.Value));
                transition.Answer(Done.Instance);
                break;
            case RemoveItem remove when state?.Has(remove.Index) == true:
                transition.Set(name, state.Without(remove.Index));
                transition.Answer(Done.Instance);
                break;
            case ClearList when state is not null:
                transition.Set(name, new ListState([]));
                transition.Answer(Done.Instance);
                break;
            case InsertItem { Index: var index } when state is not null:
                RefuseIndex(transition, index, state);
                break;
            case RemoveItem { Index: var index } when state is not null:
                RefuseIndex(transition, index, state);
                break;
            case ReadItem { Index: var index } when state is not null:
                RefuseIndex(transition, index, state);
                break;
            case WriteItem { Index: var index } when state is not null:
                RefuseIndex(transition, index, state);
                break;
            case AddItem add when state is not null:
                transition.Set(name, state.Plus(add.Value));
                transition.Answer(Done.Instance);
                break;
            case CountList when state is not null:
                transition.Answer(new Number(state.Items.Count));
                break;
            case ListItems when state is not null:
                transition.Answer(new ItemList(state.Items));
                break;
            default:
                transition.Refuse(FailureKind.InvalidOperation, $"There is {(state is null ? "no" : "already a")} shared list {name}.");
                break;
        }
    }

    public IEnumerable<Access> Accesses(KernelState state, AgentState agent, Operation operation)
    {
        var name = ((ObjectOperation)operation).Object;
        if (state.Find<ListState>(name) is not { } list)
            return [Access.Write(name)];
        return operation switch
        {
            ReadItem read when list.Has(read.Index) => [Access.Read(Cell(read.Index))],
            WriteItem write when list.Has(write.Index) => [Access.Write(Cell(write.Index))],
            // An index beyond the end is refused for the list's length.
            ReadItem or WriteItem or CountList => [Access.Read(name)],
            InsertItem or RemoveItem or ClearList => [Access.Write(name), .. Enumerable.Range(0, list.Items.Count).Select(i => Access.Write(Cell(i)))],
            ListItems => [Access.Read(name), .. Enumerable.Range(0, list.Items.Count).Select(i => Access.Read(Cell(i)))],
            _ => [Access.Write(name)],
        };

        string Cell(int index) => Cells.NameOf(name, index.ToString(CultureInfo.InvariantCulture));
    }

    private static void RefuseIndex(Transition transition, int index, ListState state) =>
        transition.Refuse(FailureKind.OutOfRange, $"There is no index {index} in a shared list of {state.Items.Count} items. Ask for its Count, or Add an item first.");
}
