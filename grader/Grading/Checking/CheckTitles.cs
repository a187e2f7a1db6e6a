using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Grading.Checking;

/// <summary>What is checked of an exercise, for who lists it before anything is graded.</summary>
public static class CheckTitles
{
    private const int UsualSeed = 1;

    /// <summary>Each check's id and title, in the exercise's order; none where the exercise has no checks.</summary>
    /// <exception cref="GraderFaultException">They can't be drawn.</exception>
    public static IReadOnlyList<(string Id, LocalizedText Title)> Of(string exercise) =>
        CheckCatalog.Find(exercise) is null ? [] : [.. CheckCatalog.Drawn(exercise, UsualSeed).Select(c => (c.Id, c.Title))];

    /// <summary>The points that an exercise gives, under a seed.</summary>
    /// <exception cref="GraderFaultException">Its checks can't be drawn.</exception>
    public static int PointsOf(string exercise, int seed) => CheckCatalog.Drawn(exercise, seed).Sum(c => c.Points);
}
