using ExerciseKit.Exercises;

namespace ExerciseKit.Tests;

/// <summary>A small kit of two exercises, under <c>Fixtures/kit</c>.</summary>
internal static class FixtureKit
{
    public const string Greeting = "90-greeting";
    public const string Letters = "91-letters";

    public static string Root { get; } = Path.Combine(AppContext.BaseDirectory, "Fixtures", "kit");

    public static ExerciseCatalog Catalog { get; } = ExerciseCatalog.Load(Root);

    public static string StubOf(string file) => Directory.GetFiles(Root, file, SearchOption.AllDirectories).Single();

    /// <summary>Copies the kit, for a test that breaks something in it.</summary>
    public static string CopyTo(string folder)
    {
        foreach (var file in Directory.GetFiles(Root, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return folder;
    }
}
