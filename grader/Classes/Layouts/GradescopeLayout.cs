using System.Globalization;
using ExerciseKit.Classes.HandIns;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ExerciseKit.Classes.Layouts;

/// <summary>Gradescope's export: a folder for each submission, and <c>submission_metadata.yml</c> that says whose it is.</summary>
internal static class GradescopeLayout
{
    public const string Metadata = "submission_metadata.yml";

    public static bool Is(Entry entry) => entry.IsFolder && entry.Name.StartsWith("submission_", StringComparison.Ordinal);

    /// <summary>Reads it.</summary>
    /// <exception cref="BadInputException">The metadata can't be read.</exception>
    public static IEnumerable<HandIn> Read(Entry metadata, IReadOnlyList<Entry> folders)
    {
        var described = Submissions(metadata.Path);
        // Where a name is all that is told of several, it tells nobody from the others.
        var twice = described.SelectMany(d => Students(d.Fields)).Where(s => s.Id == s.Name).GroupBy(s => s.Id).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        foreach (var (name, fields) in described)
        {
            var folder = folders.FirstOrDefault(f => f.Name == name);
            var named = Students(fields).ToList();
            var students = named.Select(s => twice.Contains(s.Id) ? s with { Id = $"{s.Id} ({name})" } : s).ToEquatableArray();
            yield return new HandIn(name, students.Count > 0 ? students : [new Student(name, name)])
            {
                Path = folder?.Path ?? Path.Combine(Path.GetDirectoryName(metadata.Path)!, name),
                SubmittedAt = Time(Text(fields, ":created_at")),
                Problem = folder is null ? $"{Metadata} names it, and there is no such folder. Export the submissions again." : null,
                Notes = students.Count == 0
                    ? [$"{Metadata} does not say who handed it in."]
                    : named.Where(s => twice.Contains(s.Id)).Select(s => $"Several students are named {s.Name}, and {Metadata} tells nothing else of them.").ToEquatableArray(),
            };
        }

        foreach (var folder in folders.Where(f => described.All(d => d.Name != f.Name)))
            yield return new HandIn(folder.Name, [new Student(folder.Name, folder.Name)]) { Path = folder.Path, Notes = [$"{Metadata} does not name it, so nobody knows whose it is."] };
    }

    private static List<(string Name, YamlMappingNode Fields)> Submissions(string path)
    {
        try
        {
            using var text = new StreamReader(path);
            var yaml = new YamlStream();
            yaml.Load(text);
            return yaml.Documents is [{ RootNode: YamlMappingNode root }, ..]
                ? [.. root.Children.Where(c => c.Value is YamlMappingNode).Select(c => (c.Key.ToString(), (YamlMappingNode)c.Value)).OrderBy(c => c.Item1, StringComparer.Ordinal)]
                : throw new BadInputException($"{path} holds no submissions. Export them again.");
        }
        catch (YamlException e)
        {
            throw new BadInputException($"{path} can't be read, line {e.Start.Line}, column {e.Start.Column}: {e.Message} Export the submissions again.");
        }
    }

    private static IEnumerable<Student> Students(YamlMappingNode fields) =>
        from node in Field(fields, ":submitters") is YamlSequenceNode submitters ? submitters.Children : []
        let student = node as YamlMappingNode
        where student is not null
        let name = Text(student, ":name")
        let email = Text(student, ":email")
        let id = Text(student, ":sid") ?? email ?? name
        where id is not null
        select new Student(id, name ?? id, email);

    private static YamlNode? Field(YamlMappingNode fields, string name) =>
        fields.Children.TryGetValue(new YamlScalarNode(name), out var value) || fields.Children.TryGetValue(new YamlScalarNode(name[1..]), out value) ? value : null;

    private static string? Text(YamlMappingNode fields, string name) => Field(fields, name) is YamlScalarNode { Value: { Length: > 0 } text } ? text : null;

    // Ruby's "2026-11-20 17:31:44.632456000 Z"; nine digits of a second are more than .NET reads.
    private static DateTimeOffset? Time(string? text) =>
        text is not null && DateTimeOffset.TryParse(text.Split('.') is [var whole, var rest] ? whole + rest[rest.TakeWhile(char.IsAsciiDigit).Count()..] : text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;
}
