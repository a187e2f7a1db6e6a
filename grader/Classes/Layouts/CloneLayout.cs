using System.Globalization;
using System.Text.RegularExpressions;
using ExerciseKit.Classes.HandIns;

namespace ExerciseKit.Classes.Layouts;

/// <summary>Clones of the students' repositories, as Classroom 50 and GitHub Classroom make them: <c>ASSIGNMENT-USER/</c>. Classroom 50's tag says when one was handed in.</summary>
internal static partial class CloneLayout
{
    public static IEnumerable<HandIn> Read(IReadOnlyList<Entry> clones)
    {
        var prefix = CommonPrefix([.. clones.Select(c => c.Name)]);
        return clones.Select(clone => new HandIn(clone.Name, [new Student(clone.Name[prefix.Length..], clone.Name[prefix.Length..])])
        {
            Path = clone.Path,
            SubmittedAt = Tags(Path.Combine(clone.Path, ".git")).Max(),
        });
    }

    // What all begin with, up to a hyphen: the classroom and the assignment.
    private static string CommonPrefix(IReadOnlyList<string> names)
    {
        if (names.Count < 2)
            return "";
        var common = names.Aggregate((one, other) => one[..one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count()]);
        var prefix = common[..(common.LastIndexOf('-') + 1)];
        return names.All(n => n.Length > prefix.Length) ? prefix : "";
    }

    private static IEnumerable<DateTimeOffset?> Tags(string git)
    {
        var names = new List<string>();
        var loose = Path.Combine(git, "refs", "tags", "submit");
        if (Directory.Exists(loose))
            names.AddRange(Directory.GetFiles(loose).Select(Path.GetFileName)!);
        var packed = Path.Combine(git, "packed-refs");
        if (File.Exists(packed))
            names.AddRange(File.ReadLines(packed).Select(line => line.Split("refs/tags/submit/")).Where(parts => parts.Length == 2).Select(parts => parts[1]));
        return names.Select(TimeOf);
    }

    private static DateTimeOffset? TimeOf(string tag)
    {
        var match = Time().Match(tag);
        return match.Success && DateTimeOffset.TryParseExact(string.Concat(match.Groups.Values.Skip(1).Select(g => g.Value)), "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;
    }

    [GeneratedRegex(@"^(\d{4})-?(\d{2})-?(\d{2})[T_-]?(\d{2})[-:]?(\d{2})[-:]?(\d{2})", RegexOptions.CultureInvariant)]
    private static partial Regex Time();
}
