using ExerciseKit.Contract;
using ExerciseKit.Grading;
using ExerciseKit.Reports;

namespace ExerciseKit.Cli.Terminals;

/// <summary>Tells grading's progress on the progress line.</summary>
/// <remarks>Not <see cref="Progress{T}"/>: that reports from the thread pool, in any order.</remarks>
/// <param name="line">The progress line.</param>
/// <param name="language">The language.</param>
/// <param name="warn">Says what stays to be read when the line is gone.</param>
internal sealed class GradeProgressLine(ProgressLine line, Language language, Action<string> warn) : IProgress<GradeProgress>
{
    public void Report(GradeProgress value)
    {
        switch (value)
        {
            case WallsKnown { Report: var report }:
                if (Warnings.Before(report) is { } warning)
                    warn(warning.In(language));
                break;
            case ExerciseStarted started:
                line.Show($"{started.Id}  {started.Title.In(language)}");
                break;
            case StepStarted step:
                line.Show($"{step.ExerciseId}  {step.Step.In(language)}");
                break;
            case CheckFinished check:
                line.Show($"{check.ExerciseId}  {check.Result.Id}: {(check.Result.Points == check.Result.MaxPoints ? language.Say("held", "通过") : language.Say("did not hold", "未通过"))}");
                break;
            case ExerciseFinished finished:
                line.Show(language.Say(
                    $"{finished.Result.Id}  {finished.Result.Score} of {finished.Result.MaxScore} points",
                    $"{finished.Result.Id}  得 {finished.Result.Score} 分，满分 {finished.Result.MaxScore} 分"));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value), value, "Say on the progress line what this is.");
        }
    }
}
