using ExerciseKit.Exercises;
using ExerciseKit.Grading.Submissions.Trees;

namespace ExerciseKit.Grading.Submissions.Layout;

/// <summary>A folder of a hand-in.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Files">The files right inside it.</param>
internal sealed record WalkedFolder(string Path, IReadOnlyList<string> Files);

/// <summary>Goes through the folders of a hand-in, outer ones first, past those that hold no work of anybody's.</summary>
internal static class FolderWalk
{
    private static readonly string[] Built = ["bin", "obj", "node_modules", "packages", "__MACOSX"];

    /// <summary>A folder and those below it, as far as the limits allow.</summary>
    /// <param name="tree">The hand-in.</param>
    /// <param name="from">The folder.</param>
    /// <param name="topName">The name of the hand-in's top folder or archive.</param>
    /// <param name="names">Knows the exercises' folders.</param>
    /// <param name="limits">How many, and how deep.</param>
    public static IEnumerable<WalkedFolder> From(ISubmissionTree tree, string from, string topName, ExerciseNames names, SubmissionLimits limits)
    {
        var ahead = new Queue<(string Path, int Depth)>([(from, 0)]);
        var seen = 1;
        while (ahead.TryDequeue(out var at))
        {
            yield return new WalkedFolder(at.Path, tree.Files(at.Path));
            if (at.Depth == limits.MaxDepth)
                continue;
            foreach (var path in tree.Folders(at.Path).Where(f => !IsPassedBy(at.Path.Length == 0 ? topName : TreePath.Name(at.Path), f, names)).Select(f => TreePath.Join(at.Path, f)))
            {
                if (++seen <= limits.MaxFolders)
                    ahead.Enqueue((path, at.Depth + 1));
            }
        }
    }

    private static bool IsPassedBy(string folder, string name, ExerciseNames names) =>
        name.StartsWith('.')
        || Built.Contains(name, StringComparer.OrdinalIgnoreCase)
        || (Exercise.FoldersBesideTheProgram.Contains(name) && names.ById(ArchiveKind.Stem(folder)) is not null);
}
