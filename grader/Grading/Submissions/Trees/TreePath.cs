namespace ExerciseKit.Grading.Submissions.Trees;

/// <summary>Paths inside a hand-in: relative, with forward slashes; the top is the empty path.</summary>
internal static class TreePath
{
    public static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";

    public static string Folder(string path) => path.LastIndexOf('/') is >= 0 and var cut ? path[..cut] : "";

    public static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];
}
