using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Kernel.Shared;

/// <summary>Each operation is atomic, and no two of them are: <c>d[k] = d[k] - 1</c> is a read and a write.</summary>
internal sealed class DictionaryRules : IPrimitive
{
    public IReadOnlyList<Type> Operations { get; } =
    [
        typeof(CreateDictionary), typeof(ReadEntry), typeof(WriteEntry), typeof(RemoveEntry), typeof(ClearEntries),
        typeof(QueryEntry), typeof(CountEntries), typeof(ListKeys), typeof(ListEntries),
    ];

    public void Complete(Transition transition, Operation operation)
    {
        var name = ((ObjectOperation)operation).Object;
        var state = transition.State.Find<DictionaryState>(name);
        if (operation is CreateDictionary create && state is null)
        {
            transition.Set(name, new DictionaryState(create.Entries.ToEquatableArray()));
            transition.Answer(Done.Instance);
        }
        else if (operation is CreateDictionary || state is null)
        {
            transition.Refuse(FailureKind.InvalidOperation, $"There is {(state is null ? "no" : "already a")} shared dictionary {name}.");
        }
        else
        {
            Use(transition, operation, name, state);
        }
    }

    public IEnumerable<Access> Accesses(KernelState state, AgentState agent, Operation operation)
    {
        var name = ((ObjectOperation)operation).Object;
        if (state.Find<DictionaryState>(name) is not { } dictionary)
            return [Access.Write(name)];
        var isThere = operation is EntryOperation entry && dictionary.Find(entry.Key) is not null;
        return operation switch
        {
            WriteEntry write when isThere => [Access.Write(Cells.NameOf(name, write.Key))],
            RemoveEntry remove when !isThere => [Access.Read(Cells.NameOf(name, remove.Key))],
            WriteEntry or RemoveEntry => [Access.Write(Cells.NameOf(name, ((EntryOperation)operation).Key)), Access.Write(name)],
            EntryOperation look => [Access.Read(Cells.NameOf(name, look.Key))],
            CountEntries or ListKeys => [Access.Read(name)],
            ClearEntries => [Access.Write(name), .. dictionary.Entries.Select(e => Access.Write(Cells.NameOf(name, e.Key)))],
            ListEntries => [Access.Read(name), .. dictionary.Entries.Select(e => Access.Read(Cells.NameOf(name, e.Key)))],
            _ => [Access.Write(name)],
        };
    }

    private static void Use(Transition transition, Operation operation, string name, DictionaryState state)
    {
        switch (operation)
        {
            case ReadEntry read when state.Find(read.Key) is { } value:
                transition.Answer(new Item(value));
                break;
            case ReadEntry read:
                transition.Refuse(FailureKind.KeyNotFound, $"There is no key {read.Key} in the shared dictionary. Set it first, or ask with TryGetValue.");
                break;
            case WriteEntry write:
                transition.Set(name, state.With(write.Key, write.Value));
                transition.Answer(Done.Instance);
                break;
            case RemoveEntry remove:
                transition.Set(name, state.Without(remove.Key));
                transition.Answer(state.Find(remove.Key) is null ? Flag.False : Flag.True);
                break;
            case ClearEntries:
                transition.Set(name, DictionaryState.Empty);
                transition.Answer(Done.Instance);
                break;
            case QueryEntry query:
                transition.Answer(state.Find(query.Key) is null ? Flag.False : Flag.True);
                break;
            case CountEntries:
                transition.Answer(new Number(state.Entries.Count));
                break;
            case ListKeys:
                transition.Answer(new ItemList(state.Entries.Select(e => new Payload(e.Key, [])).ToEquatableArray()));
                break;
            case ListEntries:
                transition.Answer(new EntryList(state.Entries));
                break;
        }
    }
}
