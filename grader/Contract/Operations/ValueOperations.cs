namespace ExerciseKit.Contract.Operations;

/// <summary>Make a shared value. Always first for its name.</summary>
public sealed record CreateValue(string Object, Payload Value) : CreateOperation(Object)
{
    public override Operation MapNames(Func<string, string> map) => this with { Object = map(Object), Value = Value.MapNames(map) };

    public override LocalizedText Describe() => Code($"new SharedValue {Value.Short}");
}

/// <summary>Read a shared value. Answer: <see cref="Item"/>.</summary>
public sealed record ReadValue(string Object) : ObjectOperation(Object)
{
    public override bool IsLook => true;

    public override LocalizedText Describe() => Code("SharedValue.Value");
}

/// <summary>Write a shared value.</summary>
public sealed record WriteValue(string Object, Payload Value) : ObjectOperation(Object)
{
    public override Outcome? OnlyOutcome => Done.Instance;

    public override Operation MapNames(Func<string, string> map) => this with { Object = map(Object), Value = Value.MapNames(map) };

    public override LocalizedText Describe() => Code($"SharedValue.Value = {Value.Short}");
}
