using System.Text.RegularExpressions;
using ExerciseKit.Classes.HandIns;
using ExerciseKit.Contract;
using ExerciseKit.Grading.Submissions.Trees;

namespace ExerciseKit.Classes.Layouts;

/// <summary>Moodle's download: <c>Ann Lee_12345_assignsubmission_file_/</c>, or the files themselves under such names.</summary>
internal static partial class MoodleLayout
{
    private const string FileKind = "file";

    public static bool Is(Entry entry) => Name().IsMatch(entry.Name);

    public static IEnumerable<HandIn> Read(IEnumerable<Entry> entries) =>
        entries.Select(e => (Entry: e, Match: Name().Match(e.Name)))
            .GroupBy(e => (Name: e.Match.Groups["name"].Value, Id: e.Match.Groups["id"].Value))
            .Select(g => Read(new Student(g.Key.Id, g.Key.Name), [.. g]));

    private static HandIn Read(Student student, IReadOnlyList<(Entry Entry, Match Match)> parts)
    {
        var files = parts.Where(p => p.Match.Groups["kind"].Value == FileKind).ToList();
        EquatableArray<string> notes = files.Count < parts.Count
            ? [$"What was typed in beside the files was not looked at: {string.Join(", ", parts.Except(files).Select(p => p.Entry.Name))}."]
            : [];
        if (files.Count == 0)
            return new HandIn(parts[0].Entry.Name, [student]) { Path = parts[0].Entry.Path, Problem = "No file was handed in, only text. Ask for the exercises' .cs files.", Notes = notes };
        if (files is [{ Entry.IsFolder: true }])
            return new HandIn(files[0].Entry.Name, [student]) { Path = files[0].Entry.Path, Notes = notes };
        return new HandIn(files[0].Entry.Name, [student])
        {
            Path = files[0].Entry.Path,
            Files = [.. files.Where(f => !f.Entry.IsFolder).Select(f => new GatheredFile(f.Match.Groups["file"].Value is { Length: > 0 } name ? name : f.Entry.Name, f.Entry.Path))],
            Notes = notes,
        };
    }

    [GeneratedRegex(@"^(?<name>.+)_(?<id>\d+)_assignsubmission_(?<kind>[a-z]+)(_(?<file>.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
