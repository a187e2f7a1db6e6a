using ExerciseKit.Contract.Results;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ExerciseKit.Reports.Console;

/// <summary>One exercise: its score, its checks, and what its program printed where a check failed.</summary>
internal sealed class ExerciseView(ExerciseResult exercise, Marks marks)
{
    public IRenderable Render()
    {
        var rows = new List<IRenderable>
        {
            new PlainText($"{exercise.Id}  {Plain.Line(exercise.Title)}: {exercise.Score} of {exercise.MaxScore} points", Styles.Title),
        };
        rows.AddRange(exercise.Remarks.Select(remark => Layout.Indented(2, new PlainText(Plain.Line(remark), Styles.Quiet))));
        CheckResult? previous = null;
        foreach (var check in exercise.Checks)
        {
            if (previous is { Status: not CheckStatus.Passed })
                rows.Add(Layout.BlankLine);
            rows.Add(new CheckView(check, marks, isAsBefore: HasTheSameCause(check, previous), StepsAlike(check, previous)).Render());
            previous = check;
        }

        if (exercise.Checks.Any(c => c.Status != CheckStatus.Passed))
            rows.AddRange(new OutputView(exercise.Output).Render());
        return new Rows(rows);
    }

    // After a compile error every check fails alike; to read it once is enough. Replay tokens differ all the same: each names its check.
    private static bool HasTheSameCause(CheckResult check, CheckResult? previous) =>
        check.Status != CheckStatus.Passed
        && (check.Status, check.Verdict, check.Message, check.Scenario) == (previous?.Status, previous?.Verdict, previous?.Message, previous?.Scenario);

    // One run often breaks several checks, each at its own step; a few steps alike are what any two runs begin with.
    private static int StepsAlike(CheckResult check, CheckResult? previous)
    {
        if (previous is null || check.Scenario != previous.Scenario)
            return 0;
        var alike = check.Timeline.Zip(previous.Timeline).TakeWhile(pair => pair.First == pair.Second).Count();
        return alike == previous.Timeline.Count || alike == check.Timeline.Count ? alike : 0;
    }
}
