namespace ExerciseKit.Tests.Grading.Reported;

/// <summary>A hand-in of the kind that users report, and what must be said of it: <c>EXPECT.md</c> beside it.</summary>
/// <param name="Name">Its folder under <c>HandIns/</c>.</param>
/// <param name="Path">What is graded, in that folder.</param>
/// <param name="ExitCode">What the command must end with.</param>
/// <param name="Holds">What the report must say.</param>
/// <param name="Lacks">What it must not say.</param>
/// <param name="MaxLines">How long it may be; null for any length.</param>
internal sealed record ReportedHandIn(string Name, string Path, int ExitCode, IReadOnlyList<string> Holds, IReadOnlyList<string> Lacks, int? MaxLines)
{
    private static readonly string Folder = System.IO.Path.Combine(Repository.Root, "tests", "Grading", "Reported", "HandIns");

    public static IReadOnlyList<string> Names { get; } = [.. Directory.GetDirectories(Folder).Select(f => System.IO.Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    /// <summary>Reads lines of the form <c>word: value</c>; what stands above them is for the reader.</summary>
    public static ReportedHandIn Read(string name)
    {
        var lines = File.ReadAllLines(System.IO.Path.Combine(Folder, name, "EXPECT.md"))
            .Select(line => line.Split(": ", 2))
            .Where(parts => parts.Length == 2 && parts[0].All(char.IsAsciiLetterLower))
            .ToLookup(parts => parts[0], parts => parts[1]);
        var unknown = lines.Select(l => l.Key).Except(["path", "exit", "holds", "lacks", "lines"]).ToList();
        if (unknown.Count > 0 || !lines["holds"].Any())
            throw new FormatException($"{name}/EXPECT.md says {string.Join(", ", unknown)}, or nothing that must be said.");
        return new(
            name,
            System.IO.Path.Combine(Folder, name, lines["path"].Single()),
            int.Parse(lines["exit"].Single()),
            [.. lines["holds"]],
            [.. lines["lacks"]],
            lines["lines"].Select(l => (int?)int.Parse(l)).SingleOrDefault());
    }
}
