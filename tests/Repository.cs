using ExerciseKit.Exploration.Search;
using ExerciseKit.Grading;

namespace ExerciseKit.Tests;

/// <summary>Where the kit's own folders lie when its tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static Grader Grader => new(Root, new SearchBudget(), preparers: SharedPreparers.All);

    public static string Solution(string id) => Path.Combine(Root, "solutions", id);

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ExerciseKit.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests must run inside the repository.");
        return folder;
    }
}
