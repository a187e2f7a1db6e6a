using System.Globalization;
using System.Text.Json;

namespace ExerciseKit.Classes.Policy;

/// <summary>The fields of one object of a course's file. What is wrong is told with its place, and reading goes on.</summary>
/// <param name="file">What the file is called.</param>
/// <param name="place">The object.</param>
/// <param name="faults">Gets what is wrong.</param>
internal sealed class CourseFields(string file, JsonPlace place, List<string> faults)
{
    private readonly HashSet<string> known = [];

    public JsonPlace Place => place;

    public void Fault(JsonPlace at, string what) => faults.Add($"{file}, line {at.Line}, column {at.Column}: {what}");

    public string? Text(string name) => Field(name, JsonTokenType.String, "a text")?.Text;

    public string NeededText(string name)
    {
        if (!place.Fields.Any(f => f.Name.Text == name))
            Fault(place, $"\"{name}\" is missing here; a text is needed");
        return Text(name) ?? "";
    }

    /// <summary>A number of a range; null where it is not given.</summary>
    public decimal? Number(string name, decimal least, decimal most, bool isWhole = false)
    {
        if (Field(name, JsonTokenType.Number, "a number") is not { } value)
            return null;
        if (decimal.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most && (!isWhole || number == decimal.Truncate(number)))
            return number;
        Fault(value, string.Create(CultureInfo.InvariantCulture, $"\"{name}\" is {value.Text}, where a {(isWhole ? "whole " : "")}number from {least} to {most} is needed"));
        return null;
    }

    /// <summary>One of some words; null where it is not given.</summary>
    public T? Word<T>(string name)
        where T : struct, Enum
    {
        if (Field(name, JsonTokenType.String, "a text") is not { } value)
            return null;
        var words = Enum.GetValues<T>().ToDictionary(v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()));
        if (words.TryGetValue(value.Text, out var word))
            return word;
        Fault(value, $"\"{name}\" is \"{value.Text}\", where one of {string.Join(", ", words.Keys)} is needed");
        return null;
    }

    /// <summary>The object in a field; null where it is not given.</summary>
    public CourseFields? Object(string name) => Field(name, JsonTokenType.StartObject, "an object") is { } value ? new(file, value, faults) : null;

    /// <summary>The objects in an array; none where it is not given.</summary>
    public IEnumerable<CourseFields> Objects(string name)
    {
        foreach (var item in Field(name, JsonTokenType.StartArray, "an array of objects")?.Items ?? [])
        {
            if (item.Kind == JsonTokenType.StartObject)
                yield return new CourseFields(file, item, faults);
            else
                Fault(item, $"\"{name}\" holds {item.Text}, where objects are needed");
        }
    }

    /// <summary>A field's place; null where it is not given.</summary>
    public JsonPlace? At(string name)
    {
        known.Add(name);
        return place.Fields.Where(f => f.Name.Text == name).Select(f => f.Value).FirstOrDefault();
    }

    /// <summary>Tells the fields that nobody asked for, and those that stand twice.</summary>
    public void ReportUnknown()
    {
        foreach (var (name, _) in place.Fields.Where(f => !known.Contains(f.Name.Text)))
            Fault(name, $"\"{name.Text}\" is no known field; known here are {string.Join(", ", known.Order(StringComparer.Ordinal))}");
        foreach (var twice in place.Fields.GroupBy(f => f.Name.Text).Where(g => g.Count() > 1))
            Fault(twice.Last().Name, $"\"{twice.Key}\" stands here already in line {twice.First().Name.Line}");
    }

    private JsonPlace? Field(string name, JsonTokenType kind, string needed)
    {
        if (At(name) is not { } value || value.Kind == kind)
            return At(name);
        Fault(value, $"\"{name}\" is {(value.Kind == JsonTokenType.String ? $"\"{value.Text}\"" : value.Text)}, where {needed} is needed");
        return null;
    }
}
