using System.Globalization;
using System.Text.RegularExpressions;
using ExerciseKit.Classes.HandIns;
using ExerciseKit.Grading.Submissions.Trees;

namespace ExerciseKit.Classes.Layouts;

/// <summary>Canvas' download: <c>leeann_LATE_1234_5678_answers-1.zip</c>, the files of all students side by side. A number behind the name counts files of that name that were handed in again.</summary>
internal static partial class CanvasLayout
{
    public static bool Is(Entry entry) => !entry.IsFolder && Name().IsMatch(entry.Name);

    public static IEnumerable<HandIn> Read(IEnumerable<Entry> entries) =>
        entries.Select(e => new Part(e, Name().Match(e.Name)))
            .GroupBy(p => p.User)
            .SelectMany(g => Attempts([.. g]));

    // Of each name the last one is in the last attempt; what that replaced makes up those before it.
    private static IEnumerable<HandIn> Attempts(IReadOnlyList<Part> parts)
    {
        var waiting = parts.GroupBy(p => p.File.ToUpperInvariant()).Select(g => new Stack<Part>(g.OrderBy(p => p.Number).ThenBy(p => p.Entry.Name, StringComparer.Ordinal))).ToList();
        var attempts = new List<IReadOnlyList<Part>>();
        while (waiting.Where(w => w.Count > 0).ToList() is { Count: > 0 } rest)
            attempts.Add([.. rest.Select(w => w.Pop()).OrderBy(p => p.Entry.Name, StringComparer.Ordinal)]);
        attempts.Reverse();
        return attempts.Select((files, attempt) => new HandIn(string.Join(" + ", files.Select(f => f.Entry.Name)), [new Student(files[0].User, files[0].Student)])
        {
            Path = files[0].Entry.Path,
            Files = [.. files.Select(f => new GatheredFile(f.File, f.Entry.Path))],
            IsMarkedLate = files.Any(f => f.IsLate),
            Attempt = attempt,
        });
    }

    [GeneratedRegex(@"^(?<name>[^_]+)_(?<late>LATE_)?(?<user>\d+)_(?<file>\d+)_(?<rest>.+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?<stem>.+?)-(?<number>\d{1,3})(?<kind>(\.tar)?\.[A-Za-z0-9]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    private sealed record Part(Entry Entry, string Student, string User, bool IsLate, string File, int Number)
    {
        public Part(Entry entry, Match match)
            : this(entry, match.Groups["name"].Value, match.Groups["user"].Value, match.Groups["late"].Success, match.Groups["rest"].Value, 0)
        {
            if (Numbered().Match(File) is { Success: true } numbered)
                (File, Number) = (numbered.Groups["stem"].Value + numbered.Groups["kind"].Value, int.Parse(numbered.Groups["number"].Value, CultureInfo.InvariantCulture));
        }
    }
}
