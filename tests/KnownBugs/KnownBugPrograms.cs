using ExerciseKit.Tests.Exploring;

namespace ExerciseKit.Tests.KnownBugs;

/// <summary>Reads the known bugs' programs; they lie beside the tests as text, for only the grader compiles them.</summary>
/// <param name="numbers">The folder with the <c>Shared.cs</c> that the programs are compiled with.</param>
internal sealed class KnownBugPrograms(string numbers)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "KnownBugs", "Programs");

    /// <summary>A shared number is replaced as a student replaces a file: written aside under the process's id, then moved.</summary>
    public static KnownBugPrograms Moving { get; } = new("");

    /// <summary>A shared number is replaced in one step, and no process asks who it is.</summary>
    public static KnownBugPrograms Nameless { get; } = new("Nameless");

    /// <summary>The program with its bug.</summary>
    public ExplorableProgram Prepare(Workbench bench, KnownBug bug) => Prepare(bench, bug, "");

    /// <summary>The program without it.</summary>
    public ExplorableProgram PrepareMended(Workbench bench, KnownBug bug) => Prepare(bench, bug, "Mended");

    private ExplorableProgram Prepare(Workbench bench, KnownBug bug, string folder)
    {
        var file = bug.Program + ".cs";
        return bench.Prepare(bug.Program, bug.Entry, (file, Text(folder, file)), ("Shared.cs", Text(numbers, "Shared.cs")));
    }

    private static string Text(string folder, string file) => File.ReadAllText(Path.Combine(Folder, folder, file));
}
