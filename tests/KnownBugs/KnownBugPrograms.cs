using ExerciseKit.Tests.Exploring;

namespace ExerciseKit.Tests.KnownBugs;

/// <summary>Reads the known bugs' programs; they lie beside the tests as text, for only the grader compiles them.</summary>
internal static class KnownBugPrograms
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "KnownBugs", "Programs");

    /// <summary>The program with its bug.</summary>
    public static ExplorableProgram Prepare(this Workbench bench, KnownBug bug) => Prepare(bench, bug, Folder);

    /// <summary>The program without it.</summary>
    public static ExplorableProgram PrepareMended(this Workbench bench, KnownBug bug) => Prepare(bench, bug, Path.Combine(Folder, "Mended"));

    private static ExplorableProgram Prepare(Workbench bench, KnownBug bug, string folder)
    {
        var file = bug.Program + ".cs";
        return bench.Prepare(bug.Program, bug.Entry, (file, File.ReadAllText(Path.Combine(folder, file))), ("Shared.cs", File.ReadAllText(Path.Combine(Folder, "Shared.cs"))));
    }
}
