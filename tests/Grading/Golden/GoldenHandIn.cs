using System.Text.Json;
using System.Text.Json.Serialization;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Tests.Grading.Golden;

/// <summary>A hand-in under <c>HandIns/</c>, and what must be said of it: <c>expected.json</c> beside its source.</summary>
/// <param name="Exercise">The exercise's id.</param>
/// <param name="Each">What must be said of each check that <paramref name="Checks"/> does not name; null when all are named.</param>
/// <param name="Checks">What must be said of single checks, by id.</param>
/// <param name="Output">Parts of what the program printed.</param>
/// <param name="IsSlow">Whether it takes too long for a plain <c>dotnet test</c>.</param>
internal sealed record GoldenHandIn(
    string Exercise,
    ExpectedCheck? Each = null,
    IReadOnlyDictionary<string, ExpectedCheck>? Checks = null,
    IReadOnlyList<string>? Output = null,
    [property: JsonPropertyName("slow")] bool IsSlow = false)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Grading", "Golden", "HandIns");

    private static readonly JsonSerializerOptions Json = new(ResultJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetDirectories(Folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    public static GoldenHandIn Read(string name) =>
        JsonSerializer.Deserialize<GoldenHandIn>(File.ReadAllText(Path.Combine(Folder, name, "expected.json")), Json)!;

    /// <summary>The student's source, as a path to grade.</summary>
    public static string Source(string name) => Directory.GetFiles(Path.Combine(Folder, name), "*.cs").Single();

    public ExpectedCheck Of(string check) =>
        Checks?.GetValueOrDefault(check) ?? Each ?? throw new KeyNotFoundException($"Nothing is expected of {check}; add it to expected.json.");
}

/// <summary>What must be said of one check.</summary>
/// <param name="Verdict">Its verdict; the status follows from it.</param>
/// <param name="Message">Parts of its message.</param>
/// <param name="Cycle">Parts of the wait-for chain, each of some link.</param>
/// <param name="TimeMs">The program's own time at the timeline's last step: a deadlock is known at once, not after somebody's patience; null where it matters not.</param>
/// <param name="ReliesOnTiming">Whether it fails in loose time alone.</param>
internal sealed record ExpectedCheck(
    Verdict Verdict,
    IReadOnlyList<string>? Message = null,
    IReadOnlyList<string>? Cycle = null,
    double? TimeMs = null,
    bool ReliesOnTiming = false);
