using ExerciseKit.Contract;
using ExerciseKit.Grading.Exercises;

namespace ExerciseKit.Grading.Submissions;

/// <summary>Reads a hand-in into memory: a folder of exercise folders, one exercise's folder, one <c>.cs</c>, or a zip of these.</summary>
internal static class SubmissionReader
{
    /// <summary>Takes the student's files of the exercises to grade, and nothing else.</summary>
    /// <param name="path">Where the hand-in is.</param>
    /// <param name="catalog">The exercises there are.</param>
    /// <param name="ids">The exercises to grade, present or not; empty for those that are found.</param>
    /// <param name="limits">How much is read; null for the usual.</param>
    /// <exception cref="BadInputException">There is nothing to grade at the path, or it is no hand-in.</exception>
    public static Submission Read(string path, ExerciseCatalog catalog, IReadOnlyList<string> ids, SubmissionLimits? limits = null)
    {
        CheckIds(ids, catalog);
        limits ??= SubmissionLimits.Default;
        var fullPath = Path.GetFullPath(path);
        var layout = new SubmissionLayout(catalog, ids);
        if (Directory.Exists(fullPath))
            return ReadTree(new FolderTree(fullPath), path, layout.Locate, Path.GetFileName(Path.TrimEndingDirectorySeparator(fullPath)));
        if (!File.Exists(fullPath))
            throw new BadInputException($"{path} is not there (looked for {fullPath}). Name a folder, a .cs file or a zip.");
        if (HasExtension(fullPath, ".cs"))
            return ReadFile(fullPath);
        if (!HasExtension(fullPath, ".zip"))
            throw new BadInputException($"{path} is no folder, no .cs file and no zip. Name one of these.");
        using var zip = ZipTree.Open(fullPath, limits);
        return ReadTree(zip, path, layout.Locate, "");

        Submission ReadFile(string file)
        {
            var exercise = ids.Count == 1 ? catalog.Find(ids[0])! : layout.ExerciseOf(Path.GetFileName(file));
            if (exercise is null)
            {
                throw new BadInputException(
                    $"{path} is no exercise's file; they are {string.Join(", ", catalog.Exercises.SelectMany(e => e.Files))}. Rename it, or say which exercise it is with --exercise.");
            }

            var name = exercise.Files.Contains(Path.GetFileName(file)) ? Path.GetFileName(file) : exercise.Files[0];
            // The user named this very file, so a link is theirs to follow.
            var target = File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file;
            return ReadTree(new SingleFileTree(target, name), path, (_, _) => new Dictionary<string, string> { [exercise.Id] = "" }, "");
        }

        Submission ReadTree(ISubmissionTree tree, string shown, Func<ISubmissionTree, string, IReadOnlyDictionary<string, string>> locate, string topName)
        {
            var found = locate(tree, topName);
            CheckFound(found.Count, tree, shown);
            var exercises = catalog.Exercises
                .Where(e => ids.Count == 0 ? found.ContainsKey(e.Id) : ids.Contains(e.Id))
                .Select(e => ExerciseFiles.Take(e, tree, found.GetValueOrDefault(e.Id), limits))
                .ToEquatableArray();
            return new Submission(exercises, SubmissionHash.Of(exercises));
        }

        void CheckFound(int count, ISubmissionTree tree, string shown)
        {
            if (tree.Files("").Count == 0 && tree.Folders("").Count == 0)
                throw new BadInputException($"{shown} is empty. Name the folder or the file that holds the answers.");
            // What was asked for by name and is absent scores 0; what was not asked for can't be told from a wrong path.
            if (count == 0 && ids.Count == 0)
            {
                throw new BadInputException(
                    $"Nothing in {shown} is an exercise: neither a folder such as {catalog.Exercises[0].Id} nor a file such as {catalog.Exercises[0].Files[0]}. Name the folder that holds them.");
            }
        }
    }

    private static void CheckIds(IReadOnlyList<string> ids, ExerciseCatalog catalog)
    {
        var unknown = ids.Where(id => catalog.Find(id) is null).ToList();
        if (unknown.Count > 0)
            throw new BadInputException($"There is no exercise {string.Join(", ", unknown)}. Known are {string.Join(", ", catalog.Exercises.Select(e => e.Id))}.");
    }

    private static bool HasExtension(string path, string extension) =>
        Path.GetExtension(path).Equals(extension, StringComparison.OrdinalIgnoreCase);
}
