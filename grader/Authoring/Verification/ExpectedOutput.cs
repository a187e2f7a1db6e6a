using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace ExerciseKit.Authoring.Verification;

/// <summary>What a solution prints when it is run by hand: <c>output.json</c> in its folder.</summary>
/// <param name="Lines">Each line, as a pattern, with how often it comes; nothing else may be printed.</param>
/// <param name="Order">Pairs of patterns: the first line of the one form comes before the first of the other.</param>
/// <param name="Processes">How many children must be seen alive at once.</param>
/// <param name="Errors">What the standard error stream must say, as a pattern; null where it must stay empty.</param>
internal sealed record ExpectedOutput(IReadOnlyDictionary<string, int> Lines, IReadOnlyList<string[]> Order, int Processes, string? Errors = null)
{
    /// <summary>The file's name.</summary>
    public const string FileName = "output.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads the file of a solution's folder.</summary>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    /// <exception cref="JsonException">It is not of this form.</exception>
    /// <exception cref="RegexParseException">One of its patterns is none.</exception>
    public static ExpectedOutput Read(string folder)
    {
        var expected = JsonSerializer.Deserialize<ExpectedOutput>(File.ReadAllText(Path.Combine(folder, FileName)), Json)
            ?? throw new JsonException("It holds null.");
        if (expected.Lines.Count == 0)
            throw new JsonException("\"lines\" names no line, so that nothing is expected.");
        if (expected.Order.FirstOrDefault(pair => pair is not { Length: 2 }) is { } odd)
            throw new JsonException($"\"order\" holds {odd.Length} patterns in a row, where 2 are needed.");
        foreach (var pattern in expected.Lines.Keys.Concat(expected.Order.SelectMany(pair => pair)).Append(expected.Errors ?? ""))
            _ = new Regex(pattern);
        return expected;
    }
}
