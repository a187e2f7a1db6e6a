using System.Text;
using System.Text.Json;
using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Classes.Policy;

/// <summary>A value of a JSON file, with where it stands.</summary>
/// <param name="Kind">What kind of value it is.</param>
/// <param name="Text">A text's text; of other values, what stands in the file.</param>
/// <param name="Line">The line it begins in, from 1.</param>
/// <param name="Column">The character it begins at, from 1.</param>
internal sealed record JsonPlace(JsonTokenType Kind, string Text, int Line, int Column)
{
    /// <summary>An object's fields, in order, each with where its name stands.</summary>
    public List<(JsonPlace Name, JsonPlace Value)> Fields { get; } = [];

    /// <summary>An array's items.</summary>
    public List<JsonPlace> Items { get; } = [];

    /// <summary>Reads a file.</summary>
    /// <param name="file">What it is called, to be told.</param>
    /// <param name="bytes">What stands in it.</param>
    /// <exception cref="BadInputException">It is no JSON; the message says where.</exception>
    public static JsonPlace Parse(string file, ReadOnlySpan<byte> bytes)
    {
        var json = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        try
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            var root = Value(ref reader, json);
            // What follows the value is an error, which only reading on tells.
            reader.Read();
            return root;
        }
        catch (JsonException e)
        {
            var words = e.Message.Split(" LineNumber:", StringSplitOptions.None)[0];
            throw new BadInputException($"{file}, line {(e.LineNumber ?? 0) + 1}, column {(e.BytePositionInLine ?? 0) + 1}: this is no JSON. {words}");
        }
    }

    private static JsonPlace Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        var place = Here(ref reader, json);
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                place.Items.Add(Value(ref reader, json));
        }
        else if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var name = Here(ref reader, json);
                reader.Read();
                place.Fields.Add((name, Value(ref reader, json)));
            }
        }

        return place;
    }

    private static JsonPlace Here(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        var before = json[..(int)reader.TokenStartIndex];
        var start = before.LastIndexOf((byte)'\n') + 1;
        var text = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan);
        return new JsonPlace(reader.TokenType, text, before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[start..]) + 1);
    }
}
