using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ExerciseKit.Reports.Console;

/// <summary>One exercise: its score, its checks, and what its program printed where a check failed.</summary>
internal sealed class ExerciseView(ExerciseResult exercise, Marks marks, Language language, string? handIn)
{
    /// <summary>After so many steps, those of another check are left to who asks for them: a screen holds no more, and mending the first often mends the rest.</summary>
    private const int ManySteps = 24;

    public IRenderable Render()
    {
        var rows = new List<IRenderable>
        {
            new PlainText(
                language.Say(
                    $"{exercise.Id}  {Plain.Line(exercise.Title.En)}: {exercise.Score} of {exercise.MaxScore} points",
                    $"{exercise.Id}  {Plain.Line(exercise.Title.Zh)}：得 {exercise.Score} 分，满分 {exercise.MaxScore} 分"),
                Styles.Title),
        };
        rows.AddRange(exercise.Remarks.Select(remark => Layout.Indented(2, new PlainText(Plain.Line(remark.In(language)), Styles.Quiet))));
        CheckResult? previous = null;
        var told = new List<CheckResult>();
        var (stepsTold, isExplained, isShown) = (0, false, true);
        var bounds = exercise.Checks.Where(HasBoundedProof).Select(c => c.Bound!).Distinct().ToList();
        foreach (var check in exercise.Checks)
        {
            if (isExplained)
                rows.Add(Layout.BlankLine);
            var above = told.Find(other => HasTheSameCause(check, other));
            var alike = isShown ? StepsAlike(check, previous) : 0;
            var isBrief = alike == 0 && stepsTold > ManySteps;
            isExplained = above is null && check.Status is not (CheckStatus.Passed or CheckStatus.Pending);
            stepsTold += isExplained && !isBrief ? check.Timeline.Count - alike : 0;
            rows.Add(new CheckView(check, marks, language, handIn, above, alike, HasBoundedProof(check) ? NoteSign(bounds.IndexOf(check.Bound!)) : "", isBrief).Render());
            isShown = !isBrief;
            told.Add(check);
            previous = check;
        }

        rows.AddRange(bounds.Select((bound, i) => Layout.Indented(4, new PlainText($"{NoteSign(i)} {Plain.Line(bound.In(language))}", Styles.Quiet))));
        if (exercise.Checks.Any(c => c.Status != CheckStatus.Passed))
            rows.AddRange(new OutputView(exercise.Output, language).Render());
        return new Rows(rows);
    }

    private static bool HasBoundedProof(CheckResult check) => check is { Status: CheckStatus.Passed, Certainty: Certainty.Proved, Bound: not null };

    private static string NoteSign(int index) => new('*', index + 1);

    // After a compile error or a crash every check fails alike; to read it once is enough. Replay tokens differ all the same: each names its check.
    private static bool HasTheSameCause(CheckResult check, CheckResult other) =>
        check.Status is not (CheckStatus.Passed or CheckStatus.Pending)
        && (check.Status, check.Verdict, check.Message) == (other.Status, other.Verdict, other.Message)
        && (check.Scenario == other.Scenario || check.Verdict != Verdict.Violation);

    // One run often breaks several checks, each at its own step; a few steps alike are what any two runs begin with.
    private static int StepsAlike(CheckResult check, CheckResult? previous)
    {
        if (previous is null || check.Scenario != previous.Scenario)
            return 0;
        var alike = check.Timeline.Zip(previous.Timeline).TakeWhile(pair => pair.First == pair.Second).Count();
        return alike == previous.Timeline.Count || alike == check.Timeline.Count ? alike : 0;
    }
}
