using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;
using ExerciseKit.Grading.Submissions.Trees;

namespace ExerciseKit.Grading.Submissions.Layout;

/// <summary>Looks for exercises' files all through a hand-in, by their names and by what may stand for these.</summary>
internal sealed class ExerciseSearch(ExerciseCatalog catalog, ExerciseNames names, ISubmissionTree tree, IReadOnlyList<WalkedFolder> folders, string topName, SubmissionLimits limits)
{
    private readonly HashSet<string> exercisesFiles = [.. catalog.Exercises.SelectMany(e => e.Files)];
    private readonly List<LocalizedText> ambiguities = [];

    /// <summary>The exercise in a folder; null where none of its files is right there.</summary>
    public ExercisePlace? InFolder(Exercise exercise, string folder) =>
        ExactIn(exercise, folder).Any() ? Place(exercise, folder, []) : null;

    /// <summary>The exercise wherever a file of it lies by its name; null where none does, or several do that differ.</summary>
    /// <param name="exercise">The exercise.</param>
    /// <param name="isAsked">Whether it was asked for, so that it is looked for among the files of others, too.</param>
    public ExercisePlace? ByFileName(Exercise exercise, bool isAsked)
    {
        var with = folders.Select(f => f.Path).Where(f => ExactIn(exercise, f).Any()).ToList();
        foreach (var closeness in (Func<string, bool>[])[f => Owner(f) == exercise, f => names.OwnerById(f) is null, _ => isAsked])
        {
            if (with.Where(closeness).ToList() is { Count: > 0 } close)
                return Only(exercise, close, f => string.Concat(exercise.Files.Select(name => Content(TreePath.Join(f, name)))), f => TreePath.Join(f, exercise.Files[0])) is { } folder
                    ? Place(exercise, folder, [TakenFrom(exercise.Files[0], folder)])
                    : null;
        }

        return null;
    }

    /// <summary>The exercise where a file of it lies under nearly its name, or is the only source in the folder that is named after it.</summary>
    /// <param name="exercise">The exercise.</param>
    /// <param name="isAnywhere">Whether nearly its name is enough in a folder that is not named after it.</param>
    public ExercisePlace? ByNearName(Exercise exercise, bool isAnywhere)
    {
        var own = folders.Where(f => Owner(f.Path) == exercise).ToList();
        var near = Sources(own).Where(p => exercise.Files.Any(f => FileNames.IsNear(TreePath.Name(f), TreePath.Name(p)))).ToList();
        if (near.Count == 0 && isAnywhere)
            near = [.. folders.Where(f => names.OwnerById(f.Path) is null).SelectMany(f => f.Files, (f, name) => TreePath.Join(f.Path, name)).Where(p => !exercisesFiles.Contains(TreePath.Name(p)) && exercise.Files.Any(f => FileNames.IsNear(TreePath.Name(f), TreePath.Name(p))))];
        if (near.Count == 0 && exercise.Files.Count == 1)
            near = [.. Sources(own).Where(p => FileNames.IsSource(p) && !exercisesFiles.Contains(TreePath.Name(p)) && !exercise.Given.Contains(TreePath.Name(p)))];
        if (near.Count == 0)
            return null;
        if (exercise.Files.Count > 1)
            return Only(exercise, [.. near.Select(TreePath.Folder).Distinct()], f => f, f => f) is { } folder ? Place(exercise, folder, []) : null;
        return Only(exercise, near, Content, p => p) is { } path ? Under(exercise, path) : null;
    }

    /// <summary>Refuses a hand-in in which an exercise lies in several places.</summary>
    /// <exception cref="BadInputException">One does.</exception>
    public void ThrowIfAmbiguous()
    {
        if (ambiguities.Count > 0)
            throw new BadInputException(LocalizedText.Join((" ", ""), ambiguities));
    }

    private static IEnumerable<string> Sources(IEnumerable<WalkedFolder> of) => of.SelectMany(f => f.Files, (folder, file) => TreePath.Join(folder.Path, file));

    private IEnumerable<string> ExactIn(Exercise exercise, string folder) =>
        exercise.Files.Where(name => TreePath.Join(folder, name) is var path && tree.Files(TreePath.Folder(path)).Contains(TreePath.Name(path)));

    // One exercise of several files: the others' near names count in the same folder.
    private ExercisePlace Place(Exercise exercise, string folder, List<LocalizedText> remarks)
    {
        var paths = ExactIn(exercise, folder).ToDictionary(name => name, name => TreePath.Join(folder, name));
        foreach (var name in exercise.Files.Where(name => !paths.ContainsKey(name)))
        {
            var inside = TreePath.Folder(TreePath.Join(folder, name));
            if (tree.Files(inside).Where(f => !exercise.Files.Contains(f) && FileNames.IsNear(TreePath.Name(name), f)).ToList() is not [var near])
                continue;
            paths[name] = TreePath.Join(inside, near);
            remarks.Add(Renamed(name, paths[name]));
        }

        return new ExercisePlace(Home(exercise, folder), paths, remarks);
    }

    private ExercisePlace Under(Exercise exercise, string path)
    {
        var name = exercise.Files.FirstOrDefault(f => FileNames.IsNear(TreePath.Name(f), TreePath.Name(path))) ?? exercise.Files[0];
        return new ExercisePlace(Home(exercise, TreePath.Folder(path)), new Dictionary<string, string> { [name] = path }, [Renamed(name, path)]);
    }

    private static LocalizedText Renamed(string name, string path)
    {
        var (shown, differsByCase) = (EntryName.Shown(path), TreePath.Name(path).Equals(TreePath.Name(name), StringComparison.OrdinalIgnoreCase));
        return (
            $"{name} is missing; {shown} is there and was taken for it. Rename it to {name}{(differsByCase ? ": upper and lower case count" : "")}.",
            $"缺少 {name}；找到了 {shown}，就当作是它。请改名为 {name}{(differsByCase ? "：文件名区分大小写" : "")}。");
    }

    // The first of those that say the same; where they differ, that is noted.
    private string? Only(Exercise exercise, List<string> places, Func<string, string> content, Func<string, string> shown)
    {
        if (places.Select(content).Distinct().Count() == 1)
            return places[0];
        ambiguities.Add(Ambiguous(exercise, [.. places.Select(p => EntryName.Shown(shown(p)))]));
        return null;
    }

    private string Content(string path) => !tree.Files(TreePath.Folder(path)).Contains(TreePath.Name(path)) ? "" : tree.Read(path, limits.MaxSourceBytes) switch
    {
        WholeFile whole => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(whole.Bytes)),
        _ => path,
    };

    private Exercise? Owner(string folder) => names.Owner(folder) ?? names.ByAnyName(topName);

    private string Home(Exercise exercise, string folder) => names.Owner(folder) != exercise && names.ByAnyName(topName) == exercise ? "" : names.Home(folder, exercise);

    private static LocalizedText Ambiguous(Exercise exercise, IReadOnlyList<string> places) => (
        $"{exercise.Id} could be any of {string.Join(", ", places)}, which differ. Keep the one that is to be graded as {exercise.Id}/{exercise.Files[0]}.",
        $"{exercise.Id} 可能是这几个中的任何一个：{string.Join("，", places)}，而它们内容不同。请只保留要评分的那一个，放在 {exercise.Id}/{exercise.Files[0]}。");

    private static LocalizedText TakenFrom(string name, string folder) => folder.Length == 0
        ? ($"{name} was taken from the top of the hand-in.", $"{name} 取自提交内容的最上层。")
        : ($"{name} was taken from {EntryName.Shown(folder)}.", $"{name} 取自 {EntryName.Shown(folder)}。");
}
