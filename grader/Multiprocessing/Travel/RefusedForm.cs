using System.Text.Json;

namespace ExerciseKit.Multiprocessing.Travel;

/// <summary>A type whose values stay where they are.</summary>
/// <param name="reason">Why, and what to do instead; it goes on after the type's name.</param>
internal sealed class RefusedForm(Type type, string reason) : Form
{
    public override void Write(Packing packing, Utf8JsonWriter writer, object value) => throw packing.Refuse(type, reason);

    public override object Read(Unpacking unpacking, JsonElement element) =>
        throw new JsonException($"A value of the type {TypeNames.Readable(type)} was expected, which {reason}");
}
