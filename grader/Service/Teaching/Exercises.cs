using ExerciseKit.Contract.Faults;
using ExerciseKit.Service.Courses;

namespace ExerciseKit.Service.Teaching;

/// <summary>The exercises that somebody may name.</summary>
internal static class Exercises
{
    /// <exception cref="BadInputException">The course has none of that id.</exception>
    public static void ThrowIfUnknown(StandingCourse course, string? id)
    {
        if (id is null || course.Policy.Exercises.Any(e => e.Id == id))
            return;
        var known = course.Policy.Exercises.Select(e => e.Id).ToList();
        throw new BadInputException((
            $"The course has no exercise {id}; it has {string.Join(", ", known)}.",
            $"课程里没有练习 {id}；有 {string.Join("、", known)}。"));
    }
}
