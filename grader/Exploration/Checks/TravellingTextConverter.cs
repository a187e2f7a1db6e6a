using System.Text.Json;
using System.Text.Json.Serialization;

namespace ExerciseKit.Exploration.Checks;

/// <summary>Reads a text as it travels: one with half a character in it, which is no Unicode, is an array of numbers.</summary>
internal sealed class TravellingTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.StartArray
            ? string.Concat(JsonElement.ParseValue(ref reader).EnumerateArray().Select(number => (char)number.GetUInt16()))
            : reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
