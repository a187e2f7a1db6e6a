using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;
using ExerciseKit.Session.Folders;

namespace ExerciseKit.Session;

/// <summary>Where a command works: the course, and the folder that holds the student's files.</summary>
/// <param name="Course">The exercises, as the tool has them.</param>
/// <param name="Folder">Where the student's files are; null where the command was called outside any such folder.</param>
public sealed record Workplace(ExerciseCatalog Course, StudentFolder? Folder)
{
    /// <summary>Where the student's files are.</summary>
    /// <exception cref="BadInputException">The command was called outside any such folder.</exception>
    public StudentFolder Student => Folder ?? throw new BadInputException(new LocalizedText(
        $"There is no course folder here: neither {Environment.CurrentDirectory} nor a folder above it holds {KitRoot.ExercisesFolder}/ with an exercise in it. Go to yours, name it with --root, or make one by `kit init` in an empty folder.",
        $"这里没有课程文件夹：{Environment.CurrentDirectory} 及其上级文件夹里都没有包含练习的 {KitRoot.ExercisesFolder}/。请进入你的课程文件夹，或用 --root 指定，或在空文件夹里运行 `kit init` 新建一个。"));

    /// <summary>Whether the folder is the course itself, as in the kit's repository.</summary>
    public bool IsCourseItself => Folder?.Root == Course.Root;

    /// <summary>The place that was named, else the nearest one above; else the tool's course alone.</summary>
    /// <param name="explicitRoot">What the user named; null for nothing.</param>
    /// <param name="workingDirectory">Where to begin looking upwards.</param>
    /// <param name="toolDirectory">The folder of the tool's own assemblies.</param>
    /// <exception cref="BadInputException">There is no course, or it can't be read.</exception>
    public static Workplace Find(string? explicitRoot, string workingDirectory, string toolDirectory)
    {
        var tool = new Lazy<ExerciseCatalog?>(() => KitRoot.OfTool(toolDirectory) is { } root ? ExerciseCatalog.Load(root) : null);
        if (explicitRoot is not null)
        {
            var named = Path.TrimEndingDirectorySeparator(Path.GetFullPath(explicitRoot, workingDirectory));
            if (!KitRoot.HoldsExercises(named) && tool.Value is { } ofTool && StudentFolder.Is(named, ofTool))
                return new Workplace(ofTool, new StudentFolder(named));
            return Itself(KitRoot.Find(explicitRoot, workingDirectory, toolDirectory));
        }

        for (var folder = Path.GetFullPath(workingDirectory); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (KitRoot.HoldsExercises(folder))
                return Itself(folder);
            if (Directory.Exists(Path.Combine(folder, KitRoot.ExercisesFolder)) && tool.Value is { } ofTool && StudentFolder.Is(folder, ofTool))
                return new Workplace(ofTool, new StudentFolder(folder));
        }

        return tool.Value is { } alone ? new Workplace(alone, null) : Itself(KitRoot.Find(null, workingDirectory, toolDirectory));
    }

    private static Workplace Itself(string root) => new(ExerciseCatalog.Load(root), new StudentFolder(root));
}
