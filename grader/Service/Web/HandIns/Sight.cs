using ExerciseKit.Classes.Results;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Service.Courses;
using ExerciseKit.Service.Data.Rows;

namespace ExerciseKit.Service.Web.HandIns;

/// <summary>What somebody may see of a result now: a student not what the course hides, a teacher all.</summary>
/// <param name="course">The course.</param>
/// <param name="owner">Whose hand-in it is.</param>
/// <param name="viewer">Who looks.</param>
/// <param name="now">The time.</param>
internal sealed class Sight(StandingCourse course, PersonRow owner, PersonRow viewer, DateTimeOffset now)
{
    private static readonly LocalizedText Unnamed = ("A check that is not shown", "不显示的检查项");

    /// <summary>Why what a check found is not shown; null where it is.</summary>
    public LocalizedText? Hidden(string exercise, string check) =>
        viewer.Role == PersonRole.Teacher ? null : course.Rules.HiddenAt(now, exercise, check, [StandingCourse.StudentOf(owner)]);

    /// <summary>A check as a line of a table shows it.</summary>
    public CheckLine LineOf(string exercise, CheckMark check)
    {
        var hidden = Hidden(exercise, check.Id);
        var isNever = hidden is not null && course.Policy.VisibilityOf(exercise, check.Id) == Classes.Policy.Visibility.Never;
        return new CheckLine(
            exercise,
            isNever ? Unnamed : CheckWords.TitleOf(exercise, check.Id, check.Title),
            hidden ?? VerdictWords.Of(check.Verdict),
            hidden is null ? check.Status : null,
            check.Points,
            check.MaxPoints);
    }

    /// <summary>A result without what is hidden; what the program printed goes with it, as it may be a hidden check's.</summary>
    /// <returns>The result, and how many checks it has not.</returns>
    public (GradeResult Result, int Hidden) Of(GradeResult result)
    {
        var count = 0;
        var exercises = result.Exercises.Select(e =>
        {
            var shown = e.Checks.Where(c => Hidden(e.Id, c.Id) is null).ToEquatableArray();
            count += e.Checks.Count - shown.Count;
            return shown.Count == e.Checks.Count ? e : e with { Checks = shown, Output = ProgramOutput.None };
        }).ToEquatableArray();
        return (result with { Exercises = exercises }, count);
    }
}

/// <summary>A check as a line of a table shows it.</summary>
/// <param name="Exercise">Its exercise.</param>
/// <param name="Title">Its title.</param>
/// <param name="Verdict">How it came out, or why that is not shown.</param>
/// <param name="Status">Whether it held; null where that is not shown.</param>
/// <param name="Points">Its points.</param>
/// <param name="MaxPoints">The points that could be reached.</param>
internal sealed record CheckLine(string Exercise, LocalizedText Title, LocalizedText Verdict, CheckStatus? Status, int Points, int MaxPoints);
