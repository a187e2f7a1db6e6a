using System.Globalization;
using System.Text;

namespace ExerciseKit.Session.Progress;

/// <summary>The text of the progress file: a line an exercise, which a person can read and git can merge. Lines that say nothing to this kit are kept as they are.</summary>
/// <param name="Entries">What was solved. An exercise may stand there twice after a merge; each of its lines counts.</param>
/// <param name="Others">Lines that are none: a person's remarks, what another kit wrote, a merge's marks.</param>
/// <param name="Version">The format's version.</param>
internal sealed record ProgressText(IReadOnlyList<ProgressEntry> Entries, IReadOnlyList<string> Others, int Version)
{
    /// <summary>The newest version that this kit writes.</summary>
    public const int OwnVersion = 1;

    private const string Mark = "# exercisekit.progress/";
    private const string Explanation = "# What was solved, a line each: the exercise, the SHA-256 of what solved it, the kit that graded it. `kit list` shows it.";
    private const int HashChars = 64;

    public static ProgressText Empty { get; } = new([], [], OwnVersion);

    /// <summary>Reads it; nothing is refused.</summary>
    public static ProgressText Parse(string text)
    {
        var entries = new List<ProgressEntry>();
        var others = new List<string>();
        var version = OwnVersion;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Where(l => l.Length > 0))
        {
            if (line.StartsWith(Mark, StringComparison.Ordinal))
                version = int.TryParse(line[Mark.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? Math.Max(version, said) : version;
            else if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var id, "solved", { Length: HashChars } hash, "kit", var kit])
                entries.Add(new ProgressEntry(id, hash, kit));
            else if (line != Explanation)
                others.Add(line);
        }

        return new ProgressText(entries, others, version);
    }

    public string Write()
    {
        var text = new StringBuilder($"{Mark}{OwnVersion}\n{Explanation}\n");
        foreach (var line in Others)
            text.Append(line).Append('\n');
        foreach (var entry in Entries.Distinct().OrderBy(e => e.Exercise, StringComparer.Ordinal))
            text.Append($"{entry.Exercise} solved {entry.Hash} kit {entry.KitVersion}\n");
        return text.ToString();
    }
}
