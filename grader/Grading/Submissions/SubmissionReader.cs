using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;

namespace ExerciseKit.Grading.Submissions;

/// <summary>Reads a hand-in into memory: a folder of exercise folders, one exercise's folder, one <c>.cs</c>, or a zip of these.</summary>
internal sealed class SubmissionReader
{
    private readonly ExerciseCatalog catalog;
    private readonly IReadOnlyList<string> ids;
    private readonly SubmissionLimits limits;
    private readonly SubmissionLayout layout;

    private SubmissionReader(ExerciseCatalog catalog, IReadOnlyList<string> ids, SubmissionLimits limits)
    {
        this.catalog = catalog;
        this.ids = ids;
        this.limits = limits;
        layout = new SubmissionLayout(catalog, ids);
    }

    /// <summary>Takes the student's files of the exercises to grade, and nothing else.</summary>
    /// <param name="path">Where the hand-in is.</param>
    /// <param name="catalog">The exercises there are.</param>
    /// <param name="ids">The exercises to grade, present or not; empty for those that are found.</param>
    /// <param name="limits">How much is read; null for the usual.</param>
    /// <exception cref="BadInputException">There is nothing to grade at the path, or it is no hand-in.</exception>
    public static Submission Read(string path, ExerciseCatalog catalog, IReadOnlyList<string> ids, SubmissionLimits? limits = null)
    {
        var unknown = ids.Where(id => catalog.Find(id) is null).ToList();
        if (unknown.Count > 0)
            throw new BadInputException($"There is no exercise {string.Join(", ", unknown)}. Known are {string.Join(", ", catalog.Exercises.Select(e => e.Id))}.");
        return new SubmissionReader(catalog, ids, limits ?? SubmissionLimits.Default).Read(path);
    }

    private Submission Read(string path)
    {
        var fullPath = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Directory.Exists(fullPath))
            return ReadTree(path, new FolderTree(fullPath), Path.GetFileName(fullPath));
        if (!File.Exists(fullPath))
            throw new BadInputException($"{path} is not there (looked for {fullPath}). Name a folder, a .cs file or a zip.");
        if (HasExtension(fullPath, ".cs"))
            return ReadFile(path, fullPath);
        if (!HasExtension(fullPath, ".zip"))
            throw new BadInputException($"{path} is no folder, no .cs file and no zip. Name one of these.");
        using var zip = ZipTree.Open(fullPath, limits);
        return ReadTree(path, zip, topName: "");
    }

    private Submission ReadFile(string path, string fullPath)
    {
        var fileName = Path.GetFileName(fullPath);
        var exercise = ids.Count == 1 ? catalog.Find(ids[0])! : layout.ExerciseOf(fileName) ?? throw new BadInputException(
            $"{path} is no exercise's file; they are {string.Join(", ", catalog.Exercises.SelectMany(e => e.Files))}. Rename it, or say which exercise it is with --exercise.");
        var name = exercise.Files.Contains(fileName) ? fileName : exercise.Files[0];
        // The user named this very file, so a link is theirs to follow.
        var target = File.ResolveLinkTarget(fullPath, returnFinalTarget: true)?.FullName ?? fullPath;
        return Take(new SingleFileTree(target, name), new Dictionary<string, string> { [exercise.Id] = "" });
    }

    private Submission ReadTree(string path, ISubmissionTree tree, string topName)
    {
        if (tree.Files("").Count == 0 && tree.Folders("").Count == 0)
            throw new BadInputException($"{path} is empty. Name the folder or the file that holds the answers.");
        var found = layout.Locate(tree, topName);
        // What was asked for by name and is absent scores 0; what was not asked for can't be told from a wrong path.
        if (found.Count == 0 && ids.Count == 0)
        {
            throw new BadInputException(
                $"Nothing in {path} is an exercise: neither a folder such as {catalog.Exercises[0].Id} nor a file such as {catalog.Exercises[0].Files[0]}. Name the folder that holds them.");
        }

        return Take(tree, found);
    }

    private Submission Take(ISubmissionTree tree, IReadOnlyDictionary<string, string> found)
    {
        var exercises = catalog.Exercises
            .Where(e => ids.Count == 0 ? found.ContainsKey(e.Id) : ids.Contains(e.Id))
            .Select(e => ExerciseFiles.Take(e, tree, found.GetValueOrDefault(e.Id), limits))
            .ToEquatableArray();
        return new Submission(exercises, SubmissionHash.Of(exercises));
    }

    private static bool HasExtension(string path, string extension) =>
        Path.GetExtension(path).Equals(extension, StringComparison.OrdinalIgnoreCase);
}
