using System.Security.Cryptography;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;
using ExerciseKit.Grading.Submissions.Trees;

namespace ExerciseKit.Grading.Packing;

/// <summary>Holds what lies in a hand-in against its manifest.</summary>
/// <param name="Manifest">The manifest.</param>
/// <param name="Files">The files that it names and that are as it says, with their content.</param>
/// <param name="Faults">Where they differ, a sentence each; empty where all is as it says.</param>
/// <param name="Notes">What is no fault but is to be said.</param>
internal sealed record ManifestCheck(HandInManifest Manifest, IReadOnlyList<(string Path, byte[] Bytes)> Files, IReadOnlyList<string> Faults, IReadOnlyList<string> Notes)
{
    /// <summary>Checks a hand-in; null where it has no manifest, as most that were not packed by the kit.</summary>
    /// <exception cref="BadInputException">The manifest can't be read.</exception>
    public static ManifestCheck? Of(ISubmissionTree tree, ExerciseCatalog catalog, SubmissionLimits limits)
    {
        if (Top(tree) is not { } top)
            return null;
        if (tree.Read(TreePath.Join(top, HandInManifest.FileName), limits.MaxSourceBytes) is not WholeFile whole)
            throw new BadInputException(($"{HandInManifest.FileName} can't be read. Pack the hand-in again with `kit pack`.", $"{HandInManifest.FileName} 无法读取。请用 `kit pack` 重新打包。"));
        var manifest = ManifestJson.Read(whole.Bytes);
        var faults = new List<string>();
        var files = new List<(string, byte[])>();
        foreach (var file in manifest.Files)
        {
            if (!Exists(tree, TreePath.Join(top, file.Path)))
                faults.Add($"{EntryName.Shown(file.Path)} stands in the manifest and is not there.");
            else if (tree.Read(TreePath.Join(top, file.Path), limits.MaxSourceBytes) is not WholeFile content)
                faults.Add($"{EntryName.Shown(file.Path)} can't be read.");
            else if (!Convert.ToHexStringLower(SHA256.HashData(content.Bytes)).Equals(file.Sha256, StringComparison.OrdinalIgnoreCase))
                faults.Add($"{EntryName.Shown(file.Path)} is not what was packed: its SHA-256 differs from the manifest's.");
            else
                files.Add((file.Path, content.Bytes));
        }

        var named = manifest.Files.Select(f => f.Path).Append(HandInManifest.FileName).ToHashSet(StringComparer.Ordinal);
        faults.AddRange(All(tree, top).Where(f => !named.Contains(f)).Select(f => $"{EntryName.Shown(f)} was not packed by the kit: it does not stand in the manifest."));
        faults.AddRange(manifest.Exercises.Where(e => catalog.Find(e.Id) is null).Select(e => $"{EntryName.Shown(e.Id)} is no exercise of this course."));
        return new ManifestCheck(manifest, files, faults, IsNewer(manifest.KitVersion)
            ? [$"It was packed by kit {EntryName.Shown(manifest.KitVersion)}, which is newer than this one, {Grader.KitVersion}. Update this kit, so that both mean the same."]
            : []);
    }

    private static bool IsNewer(string version) => Version.TryParse(version.Split('-', '+')[0], out var its) && Version.TryParse(Grader.KitVersion.Split('-', '+')[0], out var own) && its > own;

    // At the top; download systems and people wrap a folder or an archive round it.
    private static string? Top(ISubmissionTree tree) =>
        tree.Folders("").SelectMany(outer => tree.Folders(outer).Select(inner => TreePath.Join(outer, inner)).Prepend(outer)).Prepend("")
            .Where(folder => tree.Files(folder).Contains(HandInManifest.FileName))
            .Cast<string?>()
            .FirstOrDefault();

    private static bool Exists(ISubmissionTree tree, string path) => tree.Files(TreePath.Folder(path)).Contains(TreePath.Name(path));

    private static IEnumerable<string> All(ISubmissionTree tree, string top)
    {
        var ahead = new Stack<string>([""]);
        while (ahead.TryPop(out var folder))
        {
            var place = folder.Length == 0 ? top : TreePath.Join(top, folder);
            foreach (var inner in tree.Folders(place))
                ahead.Push(TreePath.Join(folder, inner));
            foreach (var file in tree.Files(place).Where(f => !IsSystems(f)))
                yield return TreePath.Join(folder, file);
        }
    }

    // What file managers leave in every folder.
    private static bool IsSystems(string name) => name is ".DS_Store" or "Thumbs.db" or "desktop.ini" || name.StartsWith("._", StringComparison.Ordinal);
}
