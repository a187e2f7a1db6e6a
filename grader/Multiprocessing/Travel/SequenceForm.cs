using System.Collections;
using System.Text.Json;

namespace ExerciseKit.Multiprocessing.Travel;

/// <summary>A collection that can be made from its items in order.</summary>
/// <param name="type">The collection to make.</param>
/// <param name="element">Its item type.</param>
internal sealed class SequenceForm(Type type, Type element) : Form
{
    // A stack lists its items from the top, and is made from the bottom.
    private readonly bool isReversed = type.GetGenericTypeDefinition() == typeof(Stack<>);

    public override void Write(Packing packing, Utf8JsonWriter writer, object value)
    {
        if (Comparers.HasOwn(type, element, value))
            throw packing.Refuse(type, "has a comparer of its own, which stays behind. Send the items as an array, and rebuild the collection there.");
        writer.WriteStartArray();
        var i = 0;
        foreach (var item in (IEnumerable)value)
            packing.Write(writer, $"[{i++}]", item, element);
        writer.WriteEndArray();
    }

    public override object Read(Unpacking unpacking, JsonElement json)
    {
        var items = Array.CreateInstance(element, json.GetArrayLength());
        var i = 0;
        foreach (var item in json.EnumerateArray())
            items.SetValue(unpacking.Read(item, element), i++);
        if (isReversed)
            Array.Reverse(items);
        return Activator.CreateInstance(type, items)!;
    }
}
