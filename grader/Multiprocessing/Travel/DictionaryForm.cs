using System.Collections;
using System.Text.Json;

namespace ExerciseKit.Multiprocessing.Travel;

/// <summary>A dictionary: an object where its keys are plain texts, else an array of pairs.</summary>
internal sealed class DictionaryForm(Type type, Type key, Type element) : Form
{
    public override void Write(Packing packing, Utf8JsonWriter writer, object value)
    {
        if (Comparers.HasOwn(type, key, value))
            throw packing.Refuse(type, "has a comparer of its own, which stays behind. Send the pairs as an array, and rebuild the dictionary there.");
        var dictionary = (IDictionary)value;
        if (dictionary.Keys.Cast<object>().All(k => k is string text && !text.StartsWith('$')))
            WriteObject(packing, writer, dictionary);
        else
            WritePairs(packing, writer, dictionary);
    }

    public override object Read(Unpacking unpacking, JsonElement json)
    {
        var dictionary = (IDictionary)Activator.CreateInstance(type)!;
        if (json.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in json.EnumerateObject())
                dictionary.Add(member.Name, unpacking.Read(member.Value, element));
        }
        else
        {
            foreach (var pair in json.EnumerateArray())
                dictionary.Add(unpacking.Read(pair[0], key)!, unpacking.Read(pair[1], element));
        }

        return dictionary;
    }

    private void WriteObject(Packing packing, Utf8JsonWriter writer, IDictionary dictionary)
    {
        writer.WriteStartObject();
        foreach (DictionaryEntry entry in dictionary)
        {
            writer.WritePropertyName((string)entry.Key);
            packing.Write(writer, $"[\"{entry.Key}\"]", entry.Value, element);
        }

        writer.WriteEndObject();
    }

    private void WritePairs(Packing packing, Utf8JsonWriter writer, IDictionary dictionary)
    {
        writer.WriteStartArray();
        foreach (DictionaryEntry entry in dictionary)
        {
            writer.WriteStartArray();
            packing.Write(writer, $"[key {entry.Key}]", entry.Key, key);
            packing.Write(writer, $"[{entry.Key}]", entry.Value, element);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }
}
