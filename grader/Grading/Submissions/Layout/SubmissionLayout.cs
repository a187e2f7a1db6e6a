using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;
using ExerciseKit.Grading.Submissions.Trees;

namespace ExerciseKit.Grading.Submissions.Layout;

/// <summary>Tells where in a hand-in which exercise lies, however it was packed. Where two readings are possible none is taken.</summary>
/// <param name="catalog">The exercises there are.</param>
/// <param name="wanted">The ids asked for; empty for all.</param>
/// <param name="limits">How far it is looked.</param>
internal sealed class SubmissionLayout(ExerciseCatalog catalog, IReadOnlyList<string> wanted, SubmissionLimits limits)
{
    private const int ToldFiles = 6;

    private readonly ExerciseNames names = new(catalog);

    /// <summary>The place of each exercise found.</summary>
    /// <param name="tree">The hand-in.</param>
    /// <param name="topName">The name of its top folder or of its archive.</param>
    /// <param name="isFolder">Whether that is a folder, so that its name says what it holds.</param>
    /// <exception cref="BadInputException">A file could belong to more than one exercise, or an exercise lie in more than one place.</exception>
    public SubmissionMap Locate(ISubmissionTree tree, string topName, bool isFolder)
    {
        var top = isFolder ? names.ById(topName) : null;
        var usual = Usual(tree, top);
        var folders = FolderWalk.From(tree, "", topName, names, limits).ToList();
        var search = new ExerciseSearch(catalog, names, tree, folders, ArchiveKind.Stem(topName), limits);
        var places = new Dictionary<string, ExercisePlace>();
        foreach (var (id, folder) in usual)
        {
            if (search.InFolder(catalog.Find(id)!, folder) is { } place)
                places[id] = place;
        }

        var missing = catalog.Exercises.Where(e => IsWanted(e) && !places.ContainsKey(e.Id) && (top is null || top == e || wanted.Count > 0)).ToList();
        foreach (var exercise in missing)
        {
            if (search.ByFileName(exercise, isAsked: wanted.Count > 0) is { } place)
                places[exercise.Id] = place;
        }

        // A near miss among other exercises is more likely something else.
        var isAlone = places.Count == 0;
        foreach (var exercise in missing.Where(e => !places.ContainsKey(e.Id)))
        {
            if (search.ByNearName(exercise, isAlone || wanted.Count > 0) is { } place)
                places[exercise.Id] = place;
            else if (usual.TryGetValue(exercise.Id, out var folder))
                places[exercise.Id] = new ExercisePlace(folder, new Dictionary<string, string>(), []);
        }

        search.ThrowIfAmbiguous();
        return new SubmissionMap(places, Seen(folders));
    }

    /// <summary>The exercise whose file has this name; null when it is none's.</summary>
    public Exercise? ExerciseOf(string fileName)
    {
        var owners = catalog.Exercises.Where(e => IsWanted(e) && e.Files.Contains(fileName)).ToList();
        return owners.Count < 2 ? owners.SingleOrDefault() : throw new BadInputException((
            $"{fileName} belongs to more than one exercise: {string.Join(", ", owners.Select(e => e.Id))}. Say which with --exercise.",
            $"{fileName} 属于不止一个练习：{string.Join("，", owners.Select(e => e.Id))}。请用 --exercise 说明是哪一个。"));
    }

    /// <summary>Where exercises lie in most hand-ins: the folder of each, by id; empty when nothing is recognizable.</summary>
    private Dictionary<string, string> Usual(ISubmissionTree tree, Exercise? top)
    {
        if (top is not null)
            return new() { [top.Id] = "" };
        var found = UsualAround(tree, "");
        // A zip made of a folder has that folder as its only one.
        if (found.Count == 0 && tree.Folders("").Where(f => !f.StartsWith('.')).ToList() is [var wrapping])
            found = names.ById(wrapping) is { } itself ? new() { [itself.Id] = wrapping } : UsualAround(tree, wrapping);
        return found;
    }

    // A copy of the whole kit has its exercises one folder further down.
    private Dictionary<string, string> UsualAround(ISubmissionTree tree, string folder)
    {
        var found = UsualIn(tree, folder);
        return found.Count > 0 ? found : UsualIn(tree, TreePath.Join(folder, KitRoot.ExercisesFolder));
    }

    private Dictionary<string, string> UsualIn(ISubmissionTree tree, string folder)
    {
        var inFolders = new Dictionary<string, string>();
        foreach (var inner in tree.Folders(folder))
        {
            // Of two that differ by case, the one that is written as it should be.
            if (names.ById(inner) is { } exercise && (inner == exercise.Id || !inFolders.ContainsKey(exercise.Id)))
                inFolders[exercise.Id] = TreePath.Join(folder, inner);
        }

        return inFolders.Count > 0 ? inFolders : UsualByFiles(tree, folder);
    }

    private Dictionary<string, string> UsualByFiles(ISubmissionTree tree, string folder)
    {
        var found = new Dictionary<string, string>();
        foreach (var file in tree.Files(folder))
        {
            if (ExerciseOf(file) is { } exercise)
                found[exercise.Id] = folder;
        }

        return found;
    }

    private bool IsWanted(Exercise exercise) => wanted.Count == 0 || wanted.Contains(exercise.Id);

    private static LocalizedText Seen(List<WalkedFolder> folders)
    {
        var files = folders.SelectMany(f => f.Files, (folder, file) => TreePath.Join(folder.Path, file)).OrderBy(f => !FileNames.IsSource(f)).ToList();
        List<string> told = [.. files.Take(ToldFiles).Select(EntryName.Shown)];
        return files.Count > ToldFiles
            ? ($"{string.Join(", ", told)} and {files.Count - ToldFiles} more", $"{string.Join("，", told)}，还有 {files.Count - ToldFiles} 个")
            : (string.Join(", ", told), string.Join("，", told));
    }
}
