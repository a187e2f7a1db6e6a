using ExerciseKit.Grading;
using ExerciseKit.Reports;

namespace ExerciseKit.Cli.Terminals;

/// <summary>Tells grading's progress on the progress line.</summary>
/// <remarks>Not <see cref="Progress{T}"/>: that reports from the thread pool, in any order.</remarks>
/// <param name="line">The progress line.</param>
/// <param name="warn">Says what stays to be read when the line is gone.</param>
internal sealed class GradeProgressLine(ProgressLine line, Action<string> warn) : IProgress<GradeProgress>
{
    public void Report(GradeProgress value)
    {
        switch (value)
        {
            case WallsKnown { Report: var report }:
                if (Warnings.Before(report) is { } warning)
                    warn(warning);
                break;
            case ExerciseStarted started:
                line.Show($"{started.Id}  {started.Title}");
                break;
            case StepStarted step:
                line.Show($"{step.ExerciseId}  {step.Step}");
                break;
            case CheckFinished check:
                line.Show($"{check.ExerciseId}  {check.Result.Id}: {(check.Result.Points == check.Result.MaxPoints ? "held" : "did not hold")}");
                break;
            case ExerciseFinished finished:
                line.Show($"{finished.Result.Id}  {finished.Result.Score} of {finished.Result.MaxScore} points");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value), value, "Say on the progress line what this is.");
        }
    }
}
