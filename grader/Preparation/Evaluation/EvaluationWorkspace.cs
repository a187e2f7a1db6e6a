using System.Security;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;

namespace ExerciseKit.Preparation.Evaluation;

/// <summary>A fresh temporary folder in which an exercise's project is evaluated: nothing above it has a say.</summary>
internal sealed class EvaluationWorkspace : IDisposable
{
    private const string EmptyProject = "<Project />\n";
    private readonly string root;

    /// <summary>Writes the folder.</summary>
    /// <param name="inputs">What <see cref="Inputs"/> gave.</param>
    /// <exception cref="GraderFaultException">The disk is full, or nobody may write there.</exception>
    public EvaluationWorkspace(IReadOnlyDictionary<string, string> inputs)
    {
        root = "";
        try
        {
            root = Directory.CreateTempSubdirectory("exercisekit-evaluation-").FullName;
            foreach (var (name, text) in inputs)
            {
                var path = Path.Combine(root, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, text);
            }

            Directory.CreateDirectory(HomeFolder);
            Directory.CreateDirectory(ProjectFolder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (root.Length > 0)
                Dispose();
            throw new GraderFaultException($"The exercise's project could not be put into {Path.GetTempPath()}: {e.Message.TrimEnd('.')}. Make room there, or name another folder in TMPDIR.", e);
        }
    }

    /// <summary>Stands in for the user's own folder, with its settings.</summary>
    public string HomeFolder => Path.Combine(root, "home");

    public string ProjectFolder => Path.Combine(root, KitRoot.ExercisesFolder, "exercise");

    public string ProjectFile => Path.Combine(ProjectFolder, "Exercise.csproj");

    public string KitTargets => Path.Combine(root, "Kit.targets");

    /// <summary>All that goes into a workspace, by relative name: the exercises' settings and the project as the kit has them, and roots of their own.</summary>
    /// <remarks>The project gets a neutral name and no sources, so exercises with the same settings share one evaluation.</remarks>
    public static IReadOnlyDictionary<string, string> Inputs(Exercise exercise, string toolDirectory)
    {
        var inputs = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["Directory.Build.props"] = EmptyProject,
            ["Directory.Build.targets"] = EmptyProject,
            ["Directory.Packages.props"] = EmptyProject,
            ["Directory.Build.rsp"] = "",
            ["NuGet.config"] = "<configuration><packageSources><clear /></packageSources></configuration>\n",
            [".editorconfig"] = "root = true\n",
            ["global.json"] = """{ "sdk": { "version": "10.0.100", "rollForward": "latestMinor", "allowPrerelease": false } }""" + "\n",
            ["Kit.targets"] = KitReferences(toolDirectory),
            [$"{KitRoot.ExercisesFolder}/exercise/Exercise.csproj"] = File.ReadAllText(exercise.ProjectFile),
        };
        foreach (var shared in (string[])["Directory.Build.props", "Directory.Build.targets"])
        {
            var path = Path.Combine(Path.GetDirectoryName(exercise.Folder)!, shared);
            if (File.Exists(path))
                inputs[$"{KitRoot.ExercisesFolder}/{shared}"] = File.ReadAllText(path);
        }

        return inputs;
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(root, recursive: true);
        }
        catch (IOException)
        {
            // A virus scanner may still hold a file; the system clears its temporary folder itself.
        }
    }

    // In the repo the exercises refer to the kit's projects; graded, to the very assemblies that their processes run with.
    private static string KitReferences(string toolDirectory) =>
        $"""
        <Project>
          <ItemGroup>
            <ProjectReference Remove="@(ProjectReference)" />
            <Reference Include="ExerciseKit.Multiprocessing" HintPath="{Assembly(toolDirectory, "ExerciseKit.Multiprocessing")}" Private="false" />
            <Reference Include="ExerciseKit.Contract" HintPath="{Assembly(toolDirectory, "ExerciseKit.Contract")}" Private="false"
                       Condition="'$(DisableTransitiveProjectReferences)' != 'true'" />
          </ItemGroup>
        </Project>

        """;

    private static string Assembly(string toolDirectory, string name) => SecurityElement.Escape(EscapeForMSBuild(Path.Combine(toolDirectory, name + ".dll")));

    private static string EscapeForMSBuild(string value) =>
        string.Concat(value.Select(c => "%$@'();?*".Contains(c) ? $"%{(int)c:X2}" : $"{c}"));
}
