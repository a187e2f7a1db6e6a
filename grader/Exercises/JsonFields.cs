using System.Text.Json;

namespace ExerciseKit.Exercises;

/// <summary>The fields of one JSON object; what is missing, of the wrong kind or unknown is told, and reading goes on.</summary>
/// <param name="element">The object; of another kind, every field counts as missing.</param>
/// <param name="path">Where it stands, such as <c>title.</c>; empty for the document.</param>
/// <param name="faults">What was wrong.</param>
internal sealed class JsonFields(JsonElement element, string path, List<string> faults)
{
    private readonly HashSet<string> known = [];

    public string Text(string name)
    {
        if (Field(name, JsonValueKind.String, "a text") is not { } field)
            return "";
        var text = field.GetString()!;
        if (string.IsNullOrWhiteSpace(text))
            faults.Add($"\"{path}{name}\" is empty");
        return text;
    }

    public List<string> Texts(string name)
    {
        var texts = new List<string>();
        if (Field(name, JsonValueKind.Array, "an array of texts") is not { } field)
            return texts;
        foreach (var item in field.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(item.GetString()))
                texts.Add(item.GetString()!);
            else
                faults.Add($"\"{path}{name}\" holds {item.GetRawText()}, where texts are needed");
        }

        return texts;
    }

    /// <summary>The object in a field; when there is none, that alone is told, and nothing about what it lacks.</summary>
    public JsonFields Object(string name) =>
        Field(name, JsonValueKind.Object, "an object") is { } field
            ? new JsonFields(field, $"{path}{name}.", faults)
            : new JsonFields(default, $"{path}{name}.", []);

    /// <summary>The object in a field; null when it is not given.</summary>
    public JsonFields? OptionalObject(string name)
    {
        known.Add(name);
        return Field(name) is null ? null : Object(name);
    }

    /// <summary>A whole number above zero, or at least so large; null when it is not given.</summary>
    public long? OptionalCount(string name, long least = 1)
    {
        known.Add(name);
        if (Field(name) is not { } field)
            return null;
        if (field.ValueKind == JsonValueKind.Number && field.TryGetInt64(out var value) && value >= least)
            return value;
        faults.Add($"\"{path}{name}\" is {field.GetRawText()}, where a whole number {(least == 1 ? "above zero" : $"of at least {least}")} is needed");
        return null;
    }

    /// <summary>Tells the fields that nobody asked for.</summary>
    public void ReportUnknown()
    {
        if (element.ValueKind != JsonValueKind.Object)
            return;
        foreach (var field in element.EnumerateObject().Where(f => !known.Contains(f.Name)))
            faults.Add($"\"{path}{field.Name}\" is no known field; known are {string.Join(", ", known.Order(StringComparer.Ordinal))}");
    }

    private JsonElement? Field(string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var field) ? field : null;

    private JsonElement? Field(string name, JsonValueKind kind, string needed)
    {
        known.Add(name);
        var field = Field(name);
        if (field is null)
            faults.Add($"\"{path}{name}\" is missing; {needed} is needed");
        else if (field.Value.ValueKind != kind)
            faults.Add($"\"{path}{name}\" is {field.Value.GetRawText()}, where {needed} is needed");
        return field?.ValueKind == kind ? field : null;
    }
}
