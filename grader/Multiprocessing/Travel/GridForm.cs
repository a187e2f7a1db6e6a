using System.Text.Json;

namespace ExerciseKit.Multiprocessing.Travel;

/// <summary>An array of several dimensions: its lengths, then its items row by row.</summary>
internal sealed class GridForm(Type element) : Form
{
    public override void Write(Packing packing, Utf8JsonWriter writer, object value)
    {
        var array = (Array)value;
        writer.WriteStartObject();
        writer.WriteStartArray(Marks.Lengths);
        for (var d = 0; d < array.Rank; d++)
            writer.WriteNumberValue(array.GetLength(d));
        writer.WriteEndArray();
        writer.WriteStartArray(Marks.Value);
        var i = 0;
        foreach (var item in array)
            packing.Write(writer, $"[#{i++}]", item, element);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public override object Read(Unpacking unpacking, JsonElement json)
    {
        var lengths = json.GetProperty(Marks.Lengths).EnumerateArray().Select(l => l.GetInt32()).ToArray();
        var array = Array.CreateInstance(element, lengths);
        var place = new int[lengths.Length];
        foreach (var item in json.GetProperty(Marks.Value).EnumerateArray())
        {
            array.SetValue(unpacking.Read(item, element), place);
            for (var d = lengths.Length - 1; d >= 0 && ++place[d] == lengths[d]; d--)
                place[d] = 0;
        }

        return array;
    }
}
