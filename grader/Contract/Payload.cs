namespace ExerciseKit.Contract;

/// <summary>A value that travels between agents: its JSON, and the primitives that stand in it.</summary>
/// <param name="Json">The value; a primitive in it is written as <c>{"$handle": n}</c>.</param>
/// <param name="Handles">The primitives, by that number.</param>
/// <remarks>Handles stand outside the JSON so that the kernel can name and count them without reading the value.</remarks>
public sealed record Payload(string Json, EquatableArray<Handle> Handles)
{
    private const int ShortLength = 60;

    /// <summary>The value's type, for a receiver who takes whatever comes; null where nobody can be one.</summary>
    public string? Type { get; init; }

    /// <summary>The payload of "nothing".</summary>
    public static Payload Null { get; } = new("null", []);

    /// <summary>The value as a line of a timeline shows it.</summary>
    public string Short => Json.Length <= ShortLength ? Json : Json[..ShortLength] + "…";

    /// <summary>The same value with every handle's name replaced.</summary>
    public Payload MapNames(Func<string, string> map) =>
        Handles.Count == 0 ? this : this with { Handles = Handles.Select(h => h with { Name = map(h.Name) }).ToEquatableArray() };
}

/// <summary>A primitive as it travels: what it is, and which.</summary>
/// <param name="Kind">The kind of primitive, such as <c>lock</c>; the receiver makes the type of that kind from it.</param>
/// <param name="Name">Its name, relative to the speaker on the wire, absolute in the kernel.</param>
public sealed record Handle(string Kind, string Name)
{
    /// <summary>The kind of a pipe's end, of which the kernel counts the copies.</summary>
    public const string Connection = "connection";
}
