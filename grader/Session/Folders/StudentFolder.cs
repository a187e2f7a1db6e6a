using ExerciseKit.Exercises;

namespace ExerciseKit.Session.Folders;

/// <summary>The folder that a student works in: it holds what a student reads or writes; the rest is in the tool.</summary>
/// <param name="Root">A full path.</param>
public sealed record StudentFolder(string Root)
{
    /// <summary>What the kit keeps for itself in it.</summary>
    public const string KitFolderName = ".kit";

    /// <summary>The folder of exercise folders.</summary>
    public string Exercises => Path.Combine(Root, KitRoot.ExercisesFolder);

    /// <summary>Where progress stands, and what kit wrote.</summary>
    public string KitFolder => Path.Combine(Root, KitFolderName);

    /// <summary>The folder of an exercise in it.</summary>
    public string Of(Exercise exercise)
    {
        ArgumentNullException.ThrowIfNull(exercise);
        return Path.Combine(Exercises, exercise.Id);
    }

    /// <summary>The student's first file of an exercise.</summary>
    public string MainFile(Exercise exercise)
    {
        ArgumentNullException.ThrowIfNull(exercise);
        return Path.Combine(Of(exercise), exercise.Files[0]);
    }

    /// <summary>Whether a folder is one of a course's, by the exercises that it holds.</summary>
    public static bool Is(string folder, ExerciseCatalog course)
    {
        ArgumentNullException.ThrowIfNull(course);
        var exercises = Path.Combine(folder, KitRoot.ExercisesFolder);
        // The home folder may hold anything under that name: one exercise of the course must be there.
        return Directory.Exists(exercises) && course.Exercises.Any(e => Directory.Exists(Path.Combine(exercises, e.Id)));
    }
}
