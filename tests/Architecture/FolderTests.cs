using Mono.Cecil;

namespace ExerciseKit.Tests.Architecture;

/// <summary>Inside a project, too, each folder has one purpose and knows only what it needs.</summary>
public sealed class FolderTests
{
    // Its own folder holds the types that students name, whatever they are made of, since they are in one namespace: those
    // types know the folders, and the folders them. Between the folders there is no circle here either.
    private const string StudentsNamespace = "ExerciseKit.Multiprocessing";

    private static IEnumerable<string> Projects => ProjectFiles.GraderProjects;

    [TestCaseSource(nameof(Projects))]
    public void No_two_folders_of_a_project_know_each_other_be_it_by_others(string project)
    {
        using var module = Assemblies.Read(project);

        Assert.That(new FolderGraph(module).Circles(without: StudentsNamespace), Is.Empty);
    }

    [TestCaseSource(nameof(Projects))]
    public void A_folder_is_a_namespace(string project)
    {
        var folder = Path.Combine(ProjectFiles.GraderFolder, project);
        var sources = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(folder, file).Replace('\\', '/') is var name && !name.StartsWith("obj/", StringComparison.Ordinal) && !name.StartsWith("bin/", StringComparison.Ordinal));

        foreach (var source in sources)
        {
            var expected = $"namespace ExerciseKit.{Path.GetRelativePath(ProjectFiles.GraderFolder, Path.GetDirectoryName(source)!).Replace('\\', '.').Replace('/', '.')};";
            var said = File.ReadLines(source).FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal));
            // A program of top-level statements has none.
            Assert.That(said, Is.EqualTo(expected).Or.Null, source);
        }
    }

    [Test]
    public void A_circle_is_found_also_one_by_a_third_folder()
    {
        using var module = ModuleDefinition.ReadModule(typeof(FolderTests).Assembly.Location);

        var circles = new FolderGraph(module).Circles();

        Assert.That(circles, Has.Some.EqualTo("ExerciseKit.Tests.Architecture.Circle.One → ExerciseKit.Tests.Architecture.Circle.Two → ExerciseKit.Tests.Architecture.Circle.Three → ExerciseKit.Tests.Architecture.Circle.One"));
    }
}
