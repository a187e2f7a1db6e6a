using ExerciseKit.Cli.Texts;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exercises;
using ExerciseKit.Reports.Console;
using ExerciseKit.Session.Progress;
using ExerciseKit.Session.Watching;

namespace ExerciseKit.Cli.Watching;

/// <summary>What a watch session looks like, as lines; the same state gives the same lines.</summary>
/// <param name="language">The language.</param>
/// <param name="width">Columns.</param>
/// <param name="hasUnicode">Whether the terminal shows more than ASCII.</param>
/// <param name="sourceLine">Gives a line of the student's code; null where there is none.</param>
internal sealed class WatchPage(Language language, int width, bool hasUnicode, Func<CallSite, string?> sourceLine)
{
    /// <summary>So many steps of an interleaving stand below the first failure.</summary>
    private const int LastSteps = 6;

    /// <summary>Where there is less room, progress is a number alone.</summary>
    private const int WidthOfBar = 60;

    private const int BarCells = 20;

    /// <summary>The lines above: which exercise, how it stands, how far the student is.</summary>
    public IReadOnlyList<ScreenLine> Head(WatchState state)
    {
        var title = $"{state.Exercise.Id}  {state.Exercise.Title.In(language)}";
        var progress = Say(WatchWords.Solved(state.Progress.Solved, state.Progress.Exercises.Count));
        if (width >= WidthOfBar)
            progress = $"{Bar(state.Progress)} {progress}";
        var room = width - Folding.WidthOf(progress) - 2;
        var (status, style) = Status(state);
        return room >= Folding.WidthOf(title)
            ? [new(title + new string(' ', width - Folding.WidthOf(title) - Folding.WidthOf(progress)) + progress, LineStyle.Title), .. Folded(status, style)]
            : [.. Folded(title, LineStyle.Title), .. Folded(progress, LineStyle.Quiet), .. Folded(status, style)];
    }

    /// <summary>What is to be seen, however long it is.</summary>
    public IReadOnlyList<ScreenLine> Body(WatchState state) => state.View switch
    {
        WatchView.Hint => [.. Hints(state)],
        WatchView.Timeline when state.Story is { } story => [.. Failure(story, steps: int.MaxValue)],
        WatchView.Steps when state.Story is { } story => [.. Step(state, story)],
        WatchView.Run => [.. Program(state)],
        WatchView.List => [.. List(state)],
        WatchView.Help => [.. WatchWords.Help.SelectMany(line => Folded(Say(line), indent: 9))],
        _ => [.. Checks(state)],
    };

    /// <summary>The lines below: what is to be answered, and the keys.</summary>
    public IReadOnlyList<ScreenLine> Foot(WatchState state)
    {
        var keys = state.View switch
        {
            WatchView.Checks or WatchView.Hint => WatchWords.Keys,
            WatchView.List => WatchWords.ListKeys,
            WatchView.Steps => WatchWords.StepKeys,
            WatchView.ConfirmReset => WatchWords.ConfirmReset(state.Exercise.Files[0]),
            _ => WatchWords.BackKeys,
        };
        return
        [
            .. state.Notice is { } notice ? Folded(Say(notice), LineStyle.Warning) : [],
            .. state.TypedDigit is { } digit ? Folded(Say(WatchWords.Typed(digit)), LineStyle.Warning) : [],
            .. state is { IsPolling: true, View: WatchView.Checks } ? Folded(Say(WatchWords.Polling), LineStyle.Quiet) : [],
            .. Folded(Say(keys), state.View == WatchView.ConfirmReset ? LineStyle.Warning : LineStyle.Quiet),
        ];
    }

    private (string Text, LineStyle Style) Status(WatchState state)
    {
        if (state.Fault is { } fault)
            return (Plain.Line(Say(fault)), LineStyle.Warning);
        if (state.Step is { } step)
            return ($"{Say(WatchWords.Grading)}{(step.IsEmpty ? "" : language.Say($": {Plain.Line(step.En)}", $"：{Plain.Line(step.Zh)}"))} …", LineStyle.Warning);
        if (state.Checks.Count == 0)
            return (Say(WatchWords.NotYet), LineStyle.Quiet);
        var points = Say(WatchWords.Points(state.Checks.Sum(c => c.Points), state.Checks.Sum(c => c.MaxPoints)));
        return state.IsSolved ? ($"{Mark(CheckStatus.Passed)} {points}", LineStyle.Good) : (points, LineStyle.Bad);
    }

    private IEnumerable<ScreenLine> Checks(WatchState state)
    {
        foreach (var check in state.Checks)
        {
            foreach (var line in Folded($"{Mark(check.Status)} {check.Points}/{check.MaxPoints}  {Plain.Line(Say(check.Title))}", StyleOf(check.Status), indent: 7))
                yield return line;
        }

        if (state.FirstFailure is { } failure)
        {
            yield return new("");
            foreach (var line in Failure(failure, LastSteps))
                yield return line;
        }
        else if (state.IsSolved)
        {
            yield return new("");
            foreach (var line in Folded(Say(WatchWords.FullMarks), LineStyle.Good))
                yield return line;
            foreach (var line in Notes(state.Exercise))
                yield return line;
        }

        foreach (var line in state.Remarks.SelectMany(remark => Folded(Plain.Line(Say(remark)), LineStyle.Quiet)))
            yield return line;
    }

    private IEnumerable<ScreenLine> Notes(Exercise exercise) => exercise.Notes.Count == 0
        ? []
        : [new(""), .. Folded(Say(ProgressTexts.Learnt), LineStyle.Title), .. exercise.Notes.SelectMany(note => Folded($"  {Plain.Line(Say(note))}", indent: 2))];

    private string Verdict(CheckResult check)
    {
        var verdict = VerdictWords.Of(check.Verdict);
        return language.Say($"{verdict.En}: {check.Message.En}", $"{verdict.Zh}：{check.Message.Zh}");
    }

    private IEnumerable<ScreenLine> Failure(CheckResult check, int steps)
    {
        foreach (var text in Plain.Lines(Verdict(check)).SelectMany(line => Folded(line, LineStyle.Bad)))
            yield return text;
        if (check.Cycle is { Count: > 0 } cycle)
        {
            yield return new("");
            foreach (var line in Folded(Say(WatchWords.Waits)).Concat(cycle.SelectMany(link => Folded($"  {Plain.Line(Say(link))}", indent: 4))))
                yield return line;
        }

        var shown = Math.Min(steps, check.Timeline.Count);
        if (shown == 0)
            yield break;
        yield return new("");
        if (shown < check.Timeline.Count)
        {
            foreach (var line in Folded(Say(WatchWords.LastSteps(shown, check.Timeline.Count)), LineStyle.Quiet))
                yield return line;
        }

        foreach (var line in Steps(check.Timeline, check.Timeline.Count - shown))
            yield return line;
    }

    private IEnumerable<ScreenLine> Steps(EquatableArray<TimelineStep> timeline, int from)
    {
        var who = timeline.Max(s => Folding.WidthOf(Plain.Line(s.Agent)));
        var where = timeline.Max(s => SiteOf(s, timeline).Length);
        var number = $"{timeline.Count}".Length;
        // Columns cost more than they bring where there are few.
        var isWide = width >= WidthOfBar;
        foreach (var step in timeline.Skip(from))
        {
            var agent = Plain.Line(step.Agent);
            var head = isWide ? $"{$"{step.Step}".PadLeft(number)}  {agent}{new string(' ', who - Folding.WidthOf(agent))}  {SiteOf(step, timeline).PadRight(where)}  " : $"{step.Step} {agent} {SiteOf(step, timeline)}: ";
            foreach (var line in Folded(head + Doing(step), indent: isWide ? Folding.WidthOf(head) : 2))
                yield return line;
        }
    }

    private string Doing(TimelineStep step)
    {
        var result = step.Result.IsEmpty ? "" : $"{(hasUnicode ? " → " : " -> ")}{Plain.Line(Say(step.Result))}";
        return $"{Plain.Line(Say(step.Operation))}{result}";
    }

    private static string SiteOf(TimelineStep step, EquatableArray<TimelineStep> timeline) => StepPlace.Of(step, timeline);

    private IEnumerable<ScreenLine> Step(WatchState state, CheckResult story)
    {
        var at = Math.Min(state.TimelineStep, story.Timeline.Count - 1);
        var step = story.Timeline[at];
        foreach (var line in Folded(Say(WatchWords.StepOf(at + 1, story.Timeline.Count)), LineStyle.Title))
            yield return line;
        foreach (var line in Folded($"{Plain.Line(step.Agent)} {SiteOf(step, story.Timeline)}: {Doing(step)}"))
            yield return line;
        if (step.Site is { IsKnown: true } site && Code(StepPlace.OwnOf(site)).ToList() is { Count: > 0 } code)
        {
            yield return new("");
            foreach (var line in code)
                yield return line;
        }

        yield return new("");
        foreach (var before in Steps(story.Timeline.Take(at).ToEquatableArray() is { Count: > 0 } past ? past : [step], Math.Max(0, at - LastSteps)))
            yield return before with { Style = LineStyle.Quiet };
        if (at == story.Timeline.Count - 1)
        {
            yield return new("");
            foreach (var line in Failure(story with { Timeline = [] }, 0))
                yield return line;
        }
    }

    private IEnumerable<ScreenLine> Hints(WatchState state)
    {
        foreach (var (hint, number) in AllHints(state).Take(state.Hints).Select((hint, at) => (hint, at + 1)))
        {
            foreach (var line in Folded(Say(WatchWords.Hint(number, state.HintCount)), LineStyle.Title).Concat(hint))
                yield return line;
            yield return new("");
        }

        if (state.Hints < state.HintCount)
        {
            foreach (var line in Folded(Say(WatchWords.MoreHints), LineStyle.Quiet))
                yield return line;
        }
    }

    /// <summary>Those written for the exercise, then what the first failure tells, less of it first.</summary>
    private IEnumerable<IEnumerable<ScreenLine>> AllHints(WatchState state)
    {
        foreach (var hint in state.Exercise.Hints)
            yield return Folded(hint.In(language));
        if (state.FirstFailure is not { } failure)
            yield break;
        yield return Folded(Plain.Line(Say(failure.Title))).Concat(Failure(failure with { Timeline = [] }, 0));
        if (failure.Between is { } between)
            yield return Folded(Say(BetweenWords.Of(between))).Concat(((CallSite[])[between.First, between.Second]).Distinct().SelectMany(Code));
        if (failure.Timeline.Count > 0)
            yield return Steps(failure.Timeline, 0);
    }

    private IEnumerable<ScreenLine> Code(CallSite site) =>
        sourceLine(site) is { } code ? Folded($"  {site.Line}  {Plain.Line(code.Trim())}", LineStyle.Warning, indent: 6) : [];

    private IEnumerable<ScreenLine> Program(WatchState state) =>
    [
        .. Folded(Say(WatchWords.RunTitle), LineStyle.Title),
        .. state.RunLines.SelectMany(line => Folded($"  {Plain.Line(line)}", indent: 2)),
        .. Folded(Say(state.RunExitCode is { } exitCode ? WatchWords.Ran(exitCode) : WatchWords.Running), LineStyle.Quiet),
    ];

    private IEnumerable<ScreenLine> List(WatchState state)
    {
        var id = state.Progress.Exercises.Max(e => e.Exercise.Id.Length);
        foreach (var ((exercise, its), at) in state.Progress.Exercises.Select((e, at) => (e, at)))
        {
            var mark = its switch { ExerciseState.Solved => Mark(CheckStatus.Passed), ExerciseState.ToBeChecked => "~", _ => " " };
            var name = width >= WidthOfBar ? exercise.Id.PadRight(id) : exercise.Id;
            var said = its == ExerciseState.ToBeChecked ? $"  ({Say(WatchWords.Of(its)!)})" : "";
            // One line each, so that the chosen one can be found by its number.
            yield return new(
                Folding.Cut($"{(at == state.Chosen ? ">" : " ")} {mark} {name}  {exercise.Title.In(language)}{said}", width),
                at == state.Chosen ? LineStyle.Title : its switch { ExerciseState.Solved => LineStyle.Good, ExerciseState.ToBeChecked => LineStyle.Warning, _ => LineStyle.Plain });
        }
    }

    private string Bar(CourseProgress progress)
    {
        var full = progress.Exercises.Count == 0 ? 0 : BarCells * progress.Solved / progress.Exercises.Count;
        return hasUnicode ? new string('█', full) + new string('░', BarCells - full) : $"[{new string('#', full)}{new string('.', BarCells - full)}]";
    }

    private string Mark(CheckStatus status) => (status, hasUnicode) switch
    {
        (CheckStatus.Passed, true) => "✓",
        (CheckStatus.Passed, false) => "+",
        (CheckStatus.Failed, true) => "✗",
        (CheckStatus.Failed, false) => "x",
        (CheckStatus.Pending, _) => "-",
        _ => "!",
    };

    private static LineStyle StyleOf(CheckStatus status) => status switch
    {
        CheckStatus.Passed => LineStyle.Good,
        CheckStatus.Failed => LineStyle.Bad,
        CheckStatus.Pending => LineStyle.Quiet,
        _ => LineStyle.Warning,
    };

    private IEnumerable<ScreenLine> Folded(string text, LineStyle style = LineStyle.Plain, int indent = 0) =>
        Folding.Fold(text, width, indent).Select(line => new ScreenLine(line, style));

    private string Say(LocalizedText text) => text.In(language);
}
