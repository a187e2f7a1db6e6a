using ExerciseKit.Contract.Results;
using ExerciseKit.Grading;

namespace ExerciseKit.Session.Progress;

/// <summary>Notes in the progress file what a grading finds, on its way to whoever shows it.</summary>
/// <param name="book">Where it is noted.</param>
/// <param name="next">Who shows it.</param>
public sealed class NotedProgress(ProgressBook book, IProgress<GradeProgress> next) : IProgress<GradeProgress>
{
    public void Report(GradeProgress value)
    {
        if (value is ExerciseFinished { Result: var result, Hash: var hash })
            book.Note(new ProgressEntry(result.Id, hash, Grader.KitVersion), IsSolved(result));
        next.Report(value);
    }

    /// <summary>Whether an exercise got full marks.</summary>
    public static bool IsSolved(ExerciseResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Checks.Count > 0 && result.Checks.All(c => c.Status == CheckStatus.Passed);
    }
}
