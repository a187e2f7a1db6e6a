using System.Globalization;
using System.Text.Json;
using ExerciseKit.Contract;

namespace ExerciseKit.Checks.SharedCounter;

/// <summary>A number in a value that processes share: the value itself, or a part of it.</summary>
/// <param name="Part">Where in the value it stands, such as <c>.Left</c> or <c>[0]</c>; empty for the whole value.</param>
/// <param name="Value">The number.</param>
internal sealed record SharedNumber(string Part, decimal Value)
{
    /// <summary>No counter is kept in a longer value; one that holds a whole history is not gone through at each write.</summary>
    private const int MaxLength = 10_000;

    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    // Deeper than any value that can travel.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 1_000 };

    /// <summary>All numbers in a value, of whatever type: numbers as such, those in an <c>object</c>, those in a record, list or tuple, and a <c>BigInteger</c>, which travels as text.</summary>
    public static IReadOnlyList<SharedNumber> In(Payload value)
    {
        if (value.Json.Length > MaxLength)
            return [];
        using var document = JsonDocument.Parse(value.Json, Options);
        return [.. In(document.RootElement, "")];
    }

    private static IEnumerable<SharedNumber> In(JsonElement element, string part) => element.ValueKind switch
    {
        JsonValueKind.Number => Parsed(element.GetRawText(), part),
        JsonValueKind.String => Parsed(element.GetString()!, part),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, i) => In(item, $"{part}[{i}]")),
        JsonValueKind.Object when element.TryGetProperty("$handle", out _) => [],
        JsonValueKind.Object when element.TryGetProperty("$value", out var inner) => In(inner, part),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => In(member.Value, $"{part}.{member.Name}")),
        _ => [],
    };

    private static IEnumerable<SharedNumber> Parsed(string text, string part) =>
        decimal.TryParse(text, Number, CultureInfo.InvariantCulture, out var number) ? [new SharedNumber(part, number)] : [];
}
