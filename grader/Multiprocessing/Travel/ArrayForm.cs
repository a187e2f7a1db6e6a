using System.Text.Json;

namespace ExerciseKit.Multiprocessing.Travel;

/// <summary>An array of one dimension.</summary>
internal sealed class ArrayForm(Type element) : Form
{
    public override void Write(Packing packing, Utf8JsonWriter writer, object value)
    {
        var array = (Array)value;
        writer.WriteStartArray();
        for (var i = 0; i < array.Length; i++)
            packing.Write(writer, $"[{i}]", array.GetValue(i), element);
        writer.WriteEndArray();
    }

    public override object Read(Unpacking unpacking, JsonElement json)
    {
        var array = Array.CreateInstance(element, json.GetArrayLength());
        var i = 0;
        foreach (var item in json.EnumerateArray())
            array.SetValue(unpacking.Read(item, element), i++);
        return array;
    }
}
