using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Exercises;

/// <summary>Finds the kit's root, the folder that holds <c>exercises/</c>.</summary>
public static class KitRoot
{
    /// <summary>The folder under the root that holds the exercises.</summary>
    public const string ExercisesFolder = "exercises";

    /// <summary>The root that was named, else the nearest folder above with exercises in it, else the one beside the tool.</summary>
    /// <param name="explicitRoot">What the user named; null for nothing.</param>
    /// <param name="workingDirectory">Where to begin looking upwards.</param>
    /// <param name="toolDirectory">The folder of the tool's own assemblies.</param>
    /// <returns>A full path.</returns>
    /// <exception cref="BadInputException">There is no such folder.</exception>
    public static string Find(string? explicitRoot, string workingDirectory, string toolDirectory)
    {
        if (explicitRoot is not null)
        {
            var root = Path.GetFullPath(explicitRoot, workingDirectory);
            return HoldsExercises(root) ? root : throw new BadInputException(
                ($"--root {explicitRoot} is no kit: {Path.Combine(root, ExercisesFolder)} holds no folder with an {ExerciseCatalog.FileName}. Name the folder that holds {ExercisesFolder}/.", $"--root {explicitRoot} 不是 kit：{Path.Combine(root, ExercisesFolder)} 里没有含 {ExerciseCatalog.FileName} 的文件夹。请指定含有 {ExercisesFolder}/ 的文件夹。"));
        }

        for (var folder = Path.GetFullPath(workingDirectory); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (HoldsExercises(folder))
                return folder;
        }

        if (HoldsExercises(toolDirectory))
            return Path.GetFullPath(toolDirectory);
        throw new BadInputException(
            ($"No exercises were found: neither {workingDirectory} nor a folder above it, nor {toolDirectory}, holds {ExercisesFolder}/. Run kit inside the kit's folder, or name that folder with --root.", $"没有找到练习：{workingDirectory}、它的上级文件夹和 {toolDirectory} 里都没有 {ExercisesFolder}/。请在 kit 的文件夹里运行，或者用 --root 指定它。"));
    }

    /// <summary>The course that a tool brings: beside it, or, where it was built and not installed, in the nearest folder above; null where there is none.</summary>
    /// <param name="toolDirectory">The folder of the tool's own assemblies.</param>
    public static string? OfTool(string toolDirectory)
    {
        for (var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(toolDirectory)); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (HoldsExercises(folder))
                return folder;
        }

        return null;
    }

    /// <summary>Whether a folder is a kit's root.</summary>
    /// <remarks>Students keep folders named "exercises" of their own: one without a description in it is none of ours.</remarks>
    public static bool HoldsExercises(string folder)
    {
        var exercises = Path.Combine(folder, ExercisesFolder);
        return Directory.Exists(exercises)
            && Directory.EnumerateDirectories(exercises).Any(e => File.Exists(Path.Combine(e, ExerciseCatalog.FileName)));
    }
}
