using System.Text.Json;
using System.Text.RegularExpressions;

namespace ExerciseKit.Tests.Live;

/// <summary>What a solution prints when it is run by hand: <c>output.json</c> in its folder.</summary>
/// <param name="Lines">Each line, as a pattern, with how often it comes; nothing else may be printed.</param>
/// <param name="Order">Pairs of patterns: the first line of the one form comes before the first of the other.</param>
/// <param name="Processes">How many children must be seen alive at once.</param>
/// <param name="Errors">What the standard error stream must say, as a pattern; null where it must stay empty.</param>
internal sealed record ExpectedOutput(IReadOnlyDictionary<string, int> Lines, IReadOnlyList<string[]> Order, int Processes, string? Errors = null)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    public static ExpectedOutput Read(string folder)
    {
        var path = Path.Combine(folder, "output.json");
        Assert.That(path, Does.Exist, "Say in this file what the solution prints when it is run by hand.");
        return JsonSerializer.Deserialize<ExpectedOutput>(File.ReadAllText(path), Json)!;
    }

    public void HoldErrors(string printed) =>
        Assert.That(printed, Errors is null ? Is.Empty : Does.Match(Errors));

    public void Hold(IReadOnlyList<string> printed)
    {
        var all = string.Join('\n', printed);
        using (Assert.EnterMultipleScope())
        {
            foreach (var (pattern, count) in Lines)
                Assert.That(printed.Count(line => Fits(line, pattern)), Is.EqualTo(count), $"'{pattern}' in:\n{all}");
            Assert.That(printed.Where(line => !Lines.Keys.Any(pattern => Fits(line, pattern))), Is.Empty, "Lines that the task sheet does not know.");
            foreach (var pair in Order)
                Assert.That(First(printed, pair[0]), Is.InRange(0, First(printed, pair[1]) - 1), $"'{pair[0]}' comes before '{pair[1]}' in:\n{all}");
        }
    }

    private static int First(IReadOnlyList<string> printed, string pattern) => printed.ToList().FindIndex(line => Fits(line, pattern));

    private static bool Fits(string line, string pattern) => Regex.IsMatch(line, $"^(?:{pattern})$");
}
