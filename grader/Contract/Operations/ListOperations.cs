namespace ExerciseKit.Contract.Operations;

/// <summary>Make a shared list of some items. Always first for its name.</summary>
public sealed record CreateList(string Object, EquatableArray<Payload> Items) : CreateOperation(Object)
{
    public override Operation MapNames(Func<string, string> map) =>
        this with { Object = map(Object), Items = Items.Select(i => i.MapNames(map)).ToEquatableArray() };

    public override LocalizedText Describe() => Code("new SharedList");
}

/// <summary>Read an item. Answer: <see cref="Item"/>, or a failure when the index is not in the list.</summary>
public sealed record ReadItem(string Object, int Index) : ObjectOperation(Object)
{
    public override bool IsLook => true;

    public override LocalizedText Describe() => Code($"SharedList[{Index}]");
}

/// <summary>Write an item that is there. A failure when the index is not in the list.</summary>
public sealed record WriteItem(string Object, int Index, Payload Value) : ObjectOperation(Object)
{
    public override Operation MapNames(Func<string, string> map) => this with { Object = map(Object), Value = Value.MapNames(map) };

    public override LocalizedText Describe() => Code($"SharedList[{Index}] = {Value.Short}");
}

/// <summary>Add an item at the end.</summary>
public sealed record AddItem(string Object, Payload Value) : ObjectOperation(Object)
{
    public override Outcome? OnlyOutcome => Done.Instance;

    public override Operation MapNames(Func<string, string> map) => this with { Object = map(Object), Value = Value.MapNames(map) };

    public override LocalizedText Describe() => Code($"SharedList.Add {Value.Short}");
}

/// <summary>Insert an item, which moves those behind it on. A failure when the index is beyond the end.</summary>
public sealed record InsertItem(string Object, int Index, Payload Value) : ObjectOperation(Object)
{
    public override Operation MapNames(Func<string, string> map) => this with { Object = map(Object), Value = Value.MapNames(map) };

    public override LocalizedText Describe() => Code($"SharedList.Insert {Index}, {Value.Short}");
}

/// <summary>Remove an item, which moves those behind it up. A failure when the index is not in the list.</summary>
public sealed record RemoveItem(string Object, int Index) : ObjectOperation(Object)
{
    public override LocalizedText Describe() => Code($"SharedList.RemoveAt {Index}");
}

/// <summary>Remove all items.</summary>
public sealed record ClearList(string Object) : ObjectOperation(Object)
{
    public override Outcome? OnlyOutcome => Done.Instance;

    public override LocalizedText Describe() => Code("SharedList.Clear");
}

/// <summary>Ask how many items there are. Answer: <see cref="Number"/>.</summary>
public sealed record CountList(string Object) : ObjectOperation(Object)
{
    public override bool IsLook => true;

    public override LocalizedText Describe() => Code("SharedList.Count");
}

/// <summary>Read all items. Answer: <see cref="ItemList"/>.</summary>
public sealed record ListItems(string Object) : ObjectOperation(Object)
{
    public override bool IsLook => true;

    public override LocalizedText Describe() => Code("SharedList.ToArray");
}
