using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ExerciseKit.Tests.Reports;

/// <summary>The part of JSON Schema that the result's schema uses. A keyword beyond it is an error, so that none is passed over.</summary>
internal sealed class JsonSchema(JsonObject root)
{
    public static JsonSchema Parse(string text) => new(JsonNode.Parse(text)!.AsObject());

    /// <summary>What is wrong with the value, each with its place; empty when it is valid.</summary>
    public IReadOnlyList<string> Faults(JsonNode? value)
    {
        var faults = new List<string>();
        Check(value, root, "$", faults);
        return faults;
    }

    private void Check(JsonNode? value, JsonObject schema, string place, List<string> faults)
    {
        foreach (var (keyword, rule) in schema)
        {
            switch (keyword)
            {
                case "$schema" or "$id" or "$defs" or "title" or "description":
                    break;
                case "$ref":
                    Check(value, Resolve(rule!.GetValue<string>()), place, faults);
                    break;
                case "type":
                    var types = rule is JsonArray many ? many.Select(t => t!.GetValue<string>()) : [rule!.GetValue<string>()];
                    if (!types.Any(type => IsOf(value, type)))
                        faults.Add($"{place}: {Shown(value)} is not of type {rule!.ToJsonString()}");
                    break;
                case "const":
                    if (!JsonNode.DeepEquals(value, rule))
                        faults.Add($"{place}: {Shown(value)} is not {rule!.ToJsonString()}");
                    break;
                case "enum":
                    if (!rule!.AsArray().Any(allowed => JsonNode.DeepEquals(value, allowed)))
                        faults.Add($"{place}: {Shown(value)} is none of {rule.ToJsonString()}");
                    break;
                case "minimum":
                    if (value is JsonValue number && IsOf(value, "number") && number.GetValue<double>() < rule!.GetValue<double>())
                        faults.Add($"{place}: {Shown(value)} is below {rule.ToJsonString()}");
                    break;
                case "pattern":
                    if (value is JsonValue text && IsOf(value, "string") && !Regex.IsMatch(text.GetValue<string>(), rule!.GetValue<string>()))
                        faults.Add($"{place}: {Shown(value)} is not like {rule!.ToJsonString()}");
                    break;
                case "oneOf":
                    if (rule!.AsArray().Count(option => new JsonSchema(root).Holds(value, option!.AsObject())) != 1)
                        faults.Add($"{place}: {Shown(value)} does not match exactly one of the options");
                    break;
                case "required":
                    if (value is JsonObject required)
                        faults.AddRange(rule!.AsArray().Where(name => !required.ContainsKey(name!.GetValue<string>())).Select(name => $"{place}: {name} is missing"));
                    break;
                case "properties":
                    CheckProperties(value as JsonObject, rule!.AsObject(), place, faults);
                    break;
                case "additionalProperties":
                    CheckAdditional(value as JsonObject, schema, rule!, place, faults);
                    break;
                case "items":
                    if (value is JsonArray items)
                        for (var i = 0; i < items.Count; i++)
                            Check(items[i], rule!.AsObject(), $"{place}[{i}]", faults);
                    break;
                default:
                    throw new NotSupportedException($"The schema uses {keyword}, which this test's checker does not know; teach it.");
            }
        }
    }

    private bool Holds(JsonNode? value, JsonObject schema)
    {
        var faults = new List<string>();
        Check(value, schema, "$", faults);
        return faults.Count == 0;
    }

    private void CheckProperties(JsonObject? value, JsonObject properties, string place, List<string> faults)
    {
        foreach (var (name, schema) in properties)
        {
            if (value is not null && value.TryGetPropertyValue(name, out var property))
                Check(property, schema!.AsObject(), $"{place}.{name}", faults);
        }
    }

    private void CheckAdditional(JsonObject? value, JsonObject schema, JsonNode rule, string place, List<string> faults)
    {
        var known = schema["properties"] as JsonObject;
        foreach (var (name, property) in value ?? [])
        {
            if (known?.ContainsKey(name) == true)
                continue;
            if (rule is JsonObject values)
                Check(property, values, $"{place}.{name}", faults);
            else if (!rule.GetValue<bool>())
                faults.Add($"{place}: {name} is not in the schema");
        }
    }

    private JsonObject Resolve(string reference) =>
        reference.Split('/').Skip(1).Aggregate(root, (node, name) => node[name]?.AsObject() ?? throw new KeyNotFoundException($"{reference} leads nowhere."));

    private static bool IsOf(JsonNode? value, string type) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == System.Text.Json.JsonValueKind.String,
        "boolean" => value?.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False,
        "number" => value?.GetValueKind() == System.Text.Json.JsonValueKind.Number,
        "integer" => value?.GetValueKind() == System.Text.Json.JsonValueKind.Number && double.IsInteger(value.GetValue<double>()),
        _ => throw new NotSupportedException($"{type} is no type of JSON Schema."),
    };

    private static string Shown(JsonNode? value) => value?.ToJsonString() ?? "null";
}
