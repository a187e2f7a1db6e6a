using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;

namespace ExerciseKit.Grading.Submissions;

/// <summary>Tells which folder of a hand-in holds which exercise.</summary>
/// <param name="catalog">The exercises there are.</param>
/// <param name="wanted">The ids asked for; empty for all.</param>
internal sealed class SubmissionLayout(ExerciseCatalog catalog, IReadOnlyList<string> wanted)
{
    /// <summary>The folder of each exercise found, by id; empty when nothing is recognizable.</summary>
    /// <param name="tree">The hand-in.</param>
    /// <param name="topName">The name of its top folder; empty when it has none, as a zip.</param>
    /// <exception cref="BadInputException">A file could belong to more than one exercise.</exception>
    public IReadOnlyDictionary<string, string> Locate(ISubmissionTree tree, string topName)
    {
        var found = LocateAround(tree, "", topName);
        // A zip made of a folder has that folder as its only one.
        if (found.Count == 0 && tree.Folders("").Where(f => !f.StartsWith('.')).ToList() is [var wrapping])
            found = LocateAround(tree, wrapping, wrapping);
        return found;
    }

    // A copy of the whole kit has its exercises one folder further down.
    private Dictionary<string, string> LocateAround(ISubmissionTree tree, string folder, string name)
    {
        var found = LocateIn(tree, folder, name);
        return found.Count > 0 ? found : LocateIn(tree, TreePath.Join(folder, KitRoot.ExercisesFolder), KitRoot.ExercisesFolder);
    }

    private Dictionary<string, string> LocateIn(ISubmissionTree tree, string folder, string name)
    {
        if (catalog.Find(name) is { } itself)
            return new() { [itself.Id] = folder };
        var inFolders = tree.Folders(folder).Where(f => catalog.Find(f) is not null).ToDictionary(f => f, f => TreePath.Join(folder, f));
        return inFolders.Count > 0 ? inFolders : LocateByFiles(tree, folder);
    }

    private Dictionary<string, string> LocateByFiles(ISubmissionTree tree, string folder)
    {
        var found = new Dictionary<string, string>();
        foreach (var file in tree.Files(folder))
        {
            if (ExerciseOf(file) is { } exercise)
                found[exercise.Id] = folder;
        }

        return found;
    }

    /// <summary>The exercise whose file has this name; null when it is none's.</summary>
    public Exercise? ExerciseOf(string fileName)
    {
        var owners = catalog.Exercises.Where(e => IsWanted(e) && e.Files.Contains(fileName)).ToList();
        return owners.Count < 2 ? owners.SingleOrDefault() : throw new BadInputException(
            $"{fileName} belongs to more than one exercise: {string.Join(", ", owners.Select(e => e.Id))}. Say which with --exercise.");
    }

    private bool IsWanted(Exercise exercise) => wanted.Count == 0 || wanted.Contains(exercise.Id);
}
