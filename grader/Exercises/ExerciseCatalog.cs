using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Exercises;

/// <summary>All exercises of a kit, in order of their ids.</summary>
/// <param name="Root">The kit's root, as a full path.</param>
/// <param name="Exercises">At least one.</param>
public sealed record ExerciseCatalog(string Root, EquatableArray<Exercise> Exercises)
{
    /// <summary>What describes an exercise, in its folder.</summary>
    public const string FileName = "exercise.json";

    /// <summary>The exercise with this id; null when there is none.</summary>
    public Exercise? Find(string id) => Exercises.FirstOrDefault(e => e.Id == id);

    /// <summary>The exercises of these ids, in order of their ids; all of them where none is named.</summary>
    /// <exception cref="BadInputException">There is no exercise of one of the ids.</exception>
    public IReadOnlyList<Exercise> Named(IReadOnlyList<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        if (ids.Count == 0)
            return [.. Exercises];
        return [.. ids.Distinct().Order(StringComparer.Ordinal).Select(id => Find(id) ?? throw new BadInputException(
            ($"There is no exercise {id}; there are {string.Join(", ", Exercises.Select(e => e.Id))}.", $"没有练习 {id}；现有的练习：{string.Join("，", Exercises.Select(e => e.Id))}。")))];
    }

    /// <summary>Reads every <c>exercises/*/exercise.json</c> under a root.</summary>
    /// <exception cref="BadInputException">Something is wrong with them; the message names each file and each fault.</exception>
    public static ExerciseCatalog Load(string root)
    {
        var folder = Path.Combine(Path.GetFullPath(root), KitRoot.ExercisesFolder);
        if (!Directory.Exists(folder))
            throw new BadInputException(($"{folder} is not there. Name the folder that holds {KitRoot.ExercisesFolder}/ with --root.", $"找不到 {folder}。请用 --root 指定含有 {KitRoot.ExercisesFolder}/ 的文件夹。"));

        var faults = new List<string>();
        var exercises = new List<Exercise>();
        foreach (var candidate in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        {
            if (!File.Exists(Path.Combine(candidate, FileName)))
            {
                if (LooksLikeExercise(candidate))
                    faults.Add($"{candidate}: has no {FileName}");
            }
            else if (ExerciseReader.Read(candidate, faults) is { } exercise)
            {
                exercises.Add(exercise);
            }
        }

        foreach (var twice in exercises.GroupBy(e => e.Id).Where(g => g.Key.Length > 0 && g.Count() > 1))
            faults.Add($"{string.Join(" and ", twice.Select(e => Path.Combine(e.Folder, FileName)))}: have the same id \"{twice.Key}\"");
        if (faults.Count > 0)
            throw new BadInputException(($"The exercises have {Faults(faults.Count)}; mend them and try again:\n  {string.Join("\n  ", faults)}", $"练习里有 {faults.Count} 处错误，请改正后再试：\n  {string.Join("\n  ", faults)}"));
        if (exercises.Count == 0)
            throw new BadInputException(($"{folder} holds no exercise: no folder in it has an {FileName}. Name the kit's folder with --root.", $"{folder} 里没有练习：其中没有一个文件夹含有 {FileName}。请用 --root 指定 kit 的文件夹。"));
        return new ExerciseCatalog(Path.GetFullPath(root), exercises.OrderBy(e => e.Id, StringComparer.Ordinal).ToEquatableArray());
    }

    private static string Faults(int count) => count == 1 ? "a fault" : $"{count} faults";

    // 07-ticket-sale does; bin, obj and what an editor leaves do not.
    private static bool LooksLikeExercise(string folder) =>
        Path.GetFileName(folder) is [>= '0' and <= '9', >= '0' and <= '9', '-', ..];
}
