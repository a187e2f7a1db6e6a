using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ExerciseKit.Reports.Console;

/// <summary>One check: a line when it held; else what was found, in which interleaving, and how to go on.</summary>
/// <param name="check">The check.</param>
/// <param name="marks">The signs to use.</param>
/// <param name="language">The language.</param>
/// <param name="handIn">The path of what was graded; null where kit finds it by itself.</param>
/// <param name="above">The check above of which the same was found; null where there is none.</param>
/// <param name="stepsAbove">How many of its interleaving's first steps stand above already.</param>
/// <param name="note">The sign of the note below its exercise that tells its proof's bound; empty where there is none.</param>
/// <param name="isBrief">Whether its interleaving is left out, since a long one stands above.</param>
internal sealed class CheckView(CheckResult check, Marks marks, Language language, string? handIn, CheckResult? above, int stepsAbove, string note, bool isBrief)
{
    /// <summary>In characters; some 20 lines of a terminal. An interleaving of hundreds of steps is below it.</summary>
    private const int LongestToken = 2_000;

    public IRenderable Render()
    {
        var grid = Layout.Columns(3);
        grid.Columns[0].Padding = new Padding(2, 0, 1, 0);
        grid.AddRow(new PlainText(marks.Of(check.Status), Style), new PlainText($"{check.Points}/{check.MaxPoints}", Style), Title());
        return new Rows([grid, .. Parts().Select(part => Layout.Indented(4, part))]);
    }

    private Style Style => check.Status switch
    {
        CheckStatus.Passed => Styles.Passed,
        CheckStatus.Failed => Styles.Failed,
        CheckStatus.Pending => Styles.Quiet,
        _ => Styles.Error,
    };

    private PlainText Title()
    {
        var certainty = check.Status switch
        {
            _ when above is not null => AsAbove(),
            CheckStatus.Passed => CertaintyWords.Of(check, note).In(language),
            CheckStatus.Pending => language.Say("not graded yet", "尚未评分"),
            _ => "",
        };
        return new PlainText((Plain.Line(check.Title.In(language)), Styles.Ordinary), (certainty.Length > 0 ? language.Say($" ({certainty})", $"（{certainty}）") : "", Styles.Quiet));
    }

    private IEnumerable<IRenderable> Parts()
    {
        return check.Status is CheckStatus.Passed or CheckStatus.Pending || above is not null ? [] : Explanation();
    }

    private string AsAbove()
    {
        var verdict = VerdictWords.Of(check.Verdict).In(language);
        return check.Scenario is { } scenario && scenario != above!.Scenario
            ? language.Say($"{verdict}: as above, here with {Plain.Line(scenario.En)}", $"{verdict}：同上，这里的场景是 {Plain.Line(scenario.Zh)}")
            : language.Say($"{verdict}: as above", $"{verdict}：同上");
    }

    private IEnumerable<IRenderable> Explanation()
    {
        var (verdict, message) = (VerdictWords.Of(check.Verdict), check.Message.Select(Plain.Line));
        yield return new PlainText(language.Say($"{verdict.En}: {message.En}", $"{verdict.Zh}：{message.Zh}"), Styles.Ordinary);
        if (check.ReliesOnTiming)
            yield return new PlainText(language.Say(
                "It holds only while sleeps and time-outs take exactly as long as they say; nothing else orders these steps.",
                "只有在睡眠和超时的时长分毫不差时它才成立；除此之外，没有什么规定这些步骤的先后。"), Styles.Ordinary);
        if (check.Timeline.Count > 0 && !isBrief)
            yield return Layout.SetOff(Interleaving());
        var facts = Facts();
        if (facts.Rows.Count > 0)
            yield return facts;
    }

    private IRenderable Interleaving()
    {
        if (stepsAbove == 0)
            return TimelineTable.Of(check.Timeline, language);
        var above = new PlainText(
            stepsAbove == 1 ? language.Say("Step 1 is the one above.", "第 1 步同上。") : language.Say($"Steps 1 to {stepsAbove} are those above.", $"第 1 到第 {stepsAbove} 步同上。"),
            Styles.Quiet);
        return stepsAbove == check.Timeline.Count ? above : new Rows(above, TimelineTable.Of(check.Timeline, language, from: stepsAbove));
    }

    private Grid Facts()
    {
        var facts = Layout.Columns(2);
        Add(FactWords.Waits, WaitLines.Of(check, language));
        Add(FactWords.Scenario, Plain.Line(check.Scenario?.In(language) ?? ""));
        Add(FactWords.Found, CertaintyWords.Of(check).In(language));
        Add(FactWords.Lines, check.Between is { } between ? BetweenWords.Of(between).In(language) : "");
        Add(FactWords.Hint, Plain.Line(check.Hint?.In(language) ?? ""));
        if (isBrief && check.Timeline.Count > 0)
            Add(FactWords.Steps, FactWords.StepsAreInJson.In(language));
        else if (check.Replay is { Length: > LongestToken })
            Add(FactWords.Replay, FactWords.TokenIsTooLong.In(language));
        else if (check.Replay is { } token)
            facts.AddRow(new PlainText(FactWords.Replay.In(language), Styles.Quiet), new ReplayCommand(token, handIn));
        return facts;

        void Add(LocalizedText name, string value)
        {
            if (value.Length > 0)
                facts.AddRow(new PlainText(name.In(language), Styles.Quiet), new PlainText(value, Styles.Ordinary));
        }
    }
}
