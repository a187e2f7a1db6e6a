namespace ExerciseKit.Kernel.Shared;

/// <summary>The names under which single cells of a container are read and changed, so that different ones commute.</summary>
internal static class Cells
{
    public static string NameOf(string container, string key) => $"{container}#{key}";
}
