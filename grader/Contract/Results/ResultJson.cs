using System.Text.Json;
using System.Text.Json.Serialization;

namespace ExerciseKit.Contract.Results;

/// <summary>The result's JSON, as published in the schema.</summary>
public static class ResultJson
{
    /// <summary>Camel-case names, kebab-case enums, indented.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static string Write(GradeResult result) => JsonSerializer.Serialize(result, Options) + "\n";
}
