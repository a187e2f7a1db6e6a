using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace ExerciseKit.Tests.Architecture;

/// <summary>The kit's projects as their files state them.</summary>
internal static class ProjectFiles
{
    public static string GraderFolder { get; } = Path.Combine(RepositoryFolder(), "grader");

    /// <summary>The project that packs the tool: it compiles Cli's sources and has none of its own.</summary>
    public const string PackingProject = "Tool";

    public static IReadOnlyList<string> GraderProjects { get; } =
        [.. Directory.GetDirectories(GraderFolder).SelectMany(folder => Directory.GetFiles(folder, "*.csproj")).Select(file => Path.GetFileNameWithoutExtension(file)).Where(p => p != PackingProject).Order(StringComparer.Ordinal)];

    /// <summary>The names of the projects that a project refers to.</summary>
    public static IEnumerable<string> References(string project) =>
        Items(project, "ProjectReference").Select(include => Path.GetFileNameWithoutExtension(include.Replace('\\', '/')));

    public static IEnumerable<string> Packages(string project) => Items(project, "PackageReference");

    /// <summary>Every item of a kind in the files that grader projects are made of, with the file that holds it.</summary>
    public static IEnumerable<(string File, string Include)> AllItems(string kind) =>
        Directory.GetFiles(GraderFolder, "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".csproj" or ".props" or ".targets" && !IsBuilt(file))
            .SelectMany(file => Items(XDocument.Load(file), kind).Select(include => (file, include)));

    private static IEnumerable<string> Items(string project, string kind) =>
        Items(XDocument.Load(Path.Combine(GraderFolder, project, project + ".csproj")), kind);

    private static IEnumerable<string> Items(XDocument file, string kind) =>
        file.Descendants(kind).Select(item => (string?)item.Attribute("Include")).OfType<string>();

    private static bool IsBuilt(string file) => Path.GetRelativePath(GraderFolder, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj");

    private static string RepositoryFolder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}
