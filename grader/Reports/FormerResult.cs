using System.Text.Json;
using System.Text.Json.Nodes;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Reports;

/// <summary>The result in format 1, for readers that do not know format 2 yet: every text in English, and nothing that its schema does not have.</summary>
public static class FormerResult
{
    /// <summary>The format's name and version.</summary>
    public const string Format = "exercisekit.result/1";

    private static readonly JsonObject Schema = JsonNode.Parse(ResultSchema.Text(1))!.AsObject();

    /// <summary>The JSON.</summary>
    public static string Write(GradeResult result)
    {
        var written = InEnglish(JsonSerializer.SerializeToNode(result, ResultJson.Options), Schema)!;
        written["format"] = Format;
        return written.ToJsonString(ResultJson.Options) + "\n";
    }

    /// <summary>A value as its part of the former schema has it.</summary>
    private static JsonNode? InEnglish(JsonNode? value, JsonObject schema)
    {
        var known = Resolved(schema);
        return value switch
        {
            JsonObject text when text.Count == 2 && text.ContainsKey("en") && text.ContainsKey("zh") => text["en"]!.DeepClone(),
            JsonObject some when known["properties"] is JsonObject properties => new JsonObject(some
                .Where(p => properties.ContainsKey(p.Key))
                .Select(p => KeyValuePair.Create(p.Key, InEnglish(p.Value, properties[p.Key]!.AsObject())))),
            JsonArray items when known["items"] is JsonObject item => new JsonArray([.. items.Select(i => InEnglish(i, item))]),
            _ => value?.DeepClone(),
        };
    }

    /// <summary>What a part of the schema refers to; of a choice the one that is no null.</summary>
    private static JsonObject Resolved(JsonObject schema)
    {
        if (schema["$ref"]?.GetValue<string>() is { } name)
            return Schema["$defs"]![name[(name.LastIndexOf('/') + 1)..]]!.AsObject();
        return schema["oneOf"] is JsonArray choice ? Resolved(choice[0]!.AsObject()) : schema;
    }
}
