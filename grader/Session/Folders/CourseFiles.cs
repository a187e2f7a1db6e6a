using System.Reflection;
using System.Text;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;

namespace ExerciseKit.Session.Folders;

/// <summary>What a student's folder begins with: of each exercise its sheet in one language, its stub, its given files and its project; and what editors want.</summary>
internal static class CourseFiles
{
    private const string TemplatePrefix = "template/";

    /// <summary>The sheet, in a student's folder.</summary>
    public const string Sheet = "README.md";

    private const string English = ".md";
    private const string Chinese = ".zh-CN.md";

    /// <summary>The templates' names of files that begin with a dot, which some tools leave out of packages.</summary>
    private static readonly Dictionary<string, string> Dotted = new()
    {
        ["gitignore"] = ".gitignore",
        ["gitattributes"] = ".gitattributes",
        ["editorconfig"] = ".editorconfig",
    };

    /// <summary>The files.</summary>
    /// <exception cref="GraderFaultException">The course lacks one of them.</exception>
    public static IReadOnlyList<CourseFile> Of(ExerciseCatalog course, Language language)
    {
        return
        [
            .. Templates(),
            new CourseFile("tests/Checks.cs", Encoding.UTF8.GetBytes(CheckTests.Of(course, language)), IsStudents: false),
            new CourseFile("exercises.slnx", Encoding.UTF8.GetBytes(Solution(course)), IsStudents: false),
            .. Pages(Path.Combine(course.Root, KitRoot.ExercisesFolder), language),
            .. course.Exercises.SelectMany(e => Of(e, language)),
        ];
    }

    /// <summary>The stubs of an exercise, by name.</summary>
    public static IReadOnlyList<CourseFile> Stubs(Exercise exercise) =>
        [.. exercise.Files.Select(name => new CourseFile(PathOf(exercise, name), Read(Path.Combine(exercise.Folder, name)), IsStudents: true))];

    private static IEnumerable<CourseFile> Of(Exercise exercise, Language language) =>
    [
        new CourseFile(PathOf(exercise, Sheet), OfLanguage(Read(Path.Combine(exercise.Folder, Path.ChangeExtension(Sheet, EndingOf(language))))), IsStudents: false),
        .. Stubs(exercise),
        .. exercise.Given.Append(Path.GetFileName(exercise.ProjectFile)).Select(name => new CourseFile(PathOf(exercise, name), Read(Path.Combine(exercise.Folder, name)), IsStudents: false)),
    ];

    // What the sheets lead to. The README beside them is for whoever writes exercises.
    private static IEnumerable<CourseFile> Pages(string folder, Language language) =>
        from name in Directory.EnumerateFiles(folder, "*" + English).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        where name != Sheet && !name.EndsWith(Chinese, StringComparison.Ordinal)
        select new CourseFile($"{KitRoot.ExercisesFolder}/{name}", OfLanguage(Read(Path.Combine(folder, Path.ChangeExtension(name, EndingOf(language))))), IsStudents: false);

    private static string EndingOf(Language language) => language == Language.Chinese ? Chinese : English;

    private static string PathOf(Exercise exercise, string name) => $"{KitRoot.ExercisesFolder}/{exercise.Id}/{name}";

    private static IEnumerable<CourseFile> Templates()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(TemplatePrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var content = new MemoryStream();
            assembly.GetManifestResourceStream(name)!.CopyTo(content);
            var path = name[TemplatePrefix.Length..].Replace("vscode/", ".vscode/", StringComparison.Ordinal);
            yield return new CourseFile(Dotted.GetValueOrDefault(path, path), content.ToArray(), IsStudents: false);
        }
    }

    // The other language's sheet is not beside it, so the line that leads there goes, and links lead to this language's.
    private static byte[] OfLanguage(byte[] sheet)
    {
        var lines = Encoding.UTF8.GetString(sheet).ReplaceLineEndings("\n").Split('\n').ToList();
        var link = lines.FindIndex(line => line.StartsWith('[') && line.EndsWith(".md)", StringComparison.Ordinal));
        if (link >= 0 && link < 5)
            lines.RemoveRange(link, link + 1 < lines.Count && lines[link + 1].Length == 0 ? 2 : 1);
        return Encoding.UTF8.GetBytes(string.Join('\n', lines)
            .Replace(Chinese, English, StringComparison.Ordinal));
    }

    private static string Solution(ExerciseCatalog course)
    {
        var text = new StringBuilder("<Solution>\n");
        foreach (var exercise in course.Exercises)
            text.Append($"  <Project Path=\"{PathOf(exercise, Path.GetFileName(exercise.ProjectFile))}\" />\n");
        return text.Append("  <Project Path=\"tests/tests.csproj\" />\n</Solution>\n").ToString();
    }

    private static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GraderFaultException($"{path}, a part of the course, can't be read: {e.Message} Install the tool again.", e);
        }
    }
}
