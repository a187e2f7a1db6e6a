namespace ExerciseKit.Contract.Operations;

/// <summary>An operation on one entry of a shared dictionary.</summary>
/// <param name="Object">The dictionary.</param>
/// <param name="Key">The key as JSON; no primitive can be in it.</param>
public abstract record EntryOperation(string Object, string Key) : ObjectOperation(Object)
{
    protected string Entry => $"SharedDictionary[{Key}]";
}

/// <summary>Make a shared dictionary without entries. Always first for its name.</summary>
public sealed record CreateDictionary(string Object) : CreateOperation(Object)
{
    /// <summary>What is in it at first; each key once.</summary>
    public EquatableArray<Entry> Entries { get; init; }

    public override Operation MapNames(Func<string, string> map) =>
        this with { Object = map(Object), Entries = Entries.Select(e => e with { Value = e.Value.MapNames(map) }).ToEquatableArray() };

    public override LocalizedText Describe() => Code("new SharedDictionary");
}

/// <summary>Read an entry. Answer: <see cref="Item"/>, or a failure when there is none of that key.</summary>
public sealed record ReadEntry(string Object, string Key) : EntryOperation(Object, Key)
{
    public override bool IsLook => true;

    public override LocalizedText Describe() => Code(Entry);
}

/// <summary>Write an entry, in one step, making it where there is none of that key.</summary>
public sealed record WriteEntry(string Object, string Key, Payload Value) : EntryOperation(Object, Key)
{
    public override Outcome? OnlyOutcome => Done.Instance;

    public override Operation MapNames(Func<string, string> map) => this with { Object = map(Object), Value = Value.MapNames(map) };

    public override LocalizedText Describe() => Code($"{Entry} = {Value.Short}");
}

/// <summary>Remove an entry. Answer: <see cref="Flag"/>, false where there was none.</summary>
public sealed record RemoveEntry(string Object, string Key) : EntryOperation(Object, Key)
{
    public override LocalizedText Describe() => Code($"SharedDictionary.Remove {Key}");
}

/// <summary>Ask whether there is an entry of that key. Answer: <see cref="Flag"/>.</summary>
public sealed record QueryEntry(string Object, string Key) : EntryOperation(Object, Key)
{
    public override bool IsLook => true;

    public override LocalizedText Describe() => Code($"SharedDictionary.ContainsKey {Key}");
}

/// <summary>Remove all entries.</summary>
public sealed record ClearEntries(string Object) : ObjectOperation(Object)
{
    public override Outcome? OnlyOutcome => Done.Instance;

    public override LocalizedText Describe() => Code("SharedDictionary.Clear");
}

/// <summary>Ask how many entries there are. Answer: <see cref="Number"/>.</summary>
public sealed record CountEntries(string Object) : ObjectOperation(Object)
{
    public override bool IsLook => true;

    public override LocalizedText Describe() => Code("SharedDictionary.Count");
}

/// <summary>Read all keys, in the order in which they were added. Answer: <see cref="ItemList"/>.</summary>
public sealed record ListKeys(string Object) : ObjectOperation(Object)
{
    public override bool IsLook => true;

    public override LocalizedText Describe() => Code("SharedDictionary.Keys");
}

/// <summary>Read all entries, in the order in which they were added. Answer: <see cref="EntryList"/>.</summary>
public sealed record ListEntries(string Object) : ObjectOperation(Object)
{
    public override bool IsLook => true;

    public override LocalizedText Describe() => Code("SharedDictionary.ToArray");
}
