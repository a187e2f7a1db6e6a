using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Reports.Formats;

/// <summary>The checks of a result one after the other, as most systems list them.</summary>
internal static class FlatChecks
{
    /// <summary>The checks, each with its exercise.</summary>
    public static IEnumerable<(ExerciseResult Exercise, CheckResult Check)> Of(GradeResult result) =>
        result.Exercises.SelectMany(e => e.Checks.Select(c => (e, c)));

    /// <summary>A check's name for people: its exercise's id before its title.</summary>
    public static string NameOf(ExerciseResult exercise, CheckResult check, Language language) => FormatText.Title($"{exercise.Id}: {check.Title.In(language)}");

    /// <summary>The seconds that went into one of an exercise's checks, on the average: only exercises are timed.</summary>
    public static double SecondsOf(GradeResult result, ExerciseResult exercise) =>
        exercise.Checks.Count > 0 && result.Timing.Exercises.TryGetValue(exercise.Id, out var steps) ? steps.Values.Sum() / 1000 / exercise.Checks.Count : 0;

    /// <summary>Why no mark may be drawn; null where one may.</summary>
    public static string? NoMark(GradeResult result, Language language)
    {
        if (result.Gradable)
            return null;
        var why = result.Fault ?? ("it was stopped before its end.", "它在结束之前被停止了。");
        return FormatText.Cut(FormatText.Visible(language.Say($"The grader failed, so no mark may be drawn: {why.En}", $"评分程序出错，不能给出成绩：{why.Zh}")), 4_000, language);
    }

    /// <summary>How many points there are.</summary>
    public static string Points(int score, int most, Language language) => language.Say($"{score} of {most} points", $"得 {score} 分，满分 {most} 分");
}
