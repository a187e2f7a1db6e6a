using ExerciseKit.Grading;

namespace ExerciseKit.Cli.Terminals;

/// <summary>Tells grading's progress on the progress line.</summary>
/// <remarks>Not <see cref="Progress{T}"/>: that reports from the thread pool, in any order.</remarks>
internal sealed class GradeProgressLine(ProgressLine line) : IProgress<GradeProgress>
{
    public void Report(GradeProgress value)
    {
        switch (value)
        {
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
