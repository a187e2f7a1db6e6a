using ExerciseKit.Contract.Results;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ExerciseKit.Reports.Console;

/// <summary>One check: a line when it held; else what was found, in which interleaving, and how to go on.</summary>
/// <param name="check">The check.</param>
/// <param name="marks">The signs to use.</param>
/// <param name="handIn">The path of what was graded; null where kit finds it by itself.</param>
/// <param name="above">The check above of which the same was found; null where there is none.</param>
/// <param name="stepsAbove">How many of its interleaving's first steps stand above already.</param>
/// <param name="note">The sign of the note below its exercise that tells its proof's bound; empty where there is none.</param>
/// <param name="isBrief">Whether its interleaving is left out, since a long one stands above.</param>
internal sealed class CheckView(CheckResult check, Marks marks, string? handIn, CheckResult? above, int stepsAbove, string note, bool isBrief)
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
            _ when above is not null => $"{VerdictWords.Of(check.Verdict)}: as above{ElsewhereThanAbove()}",
            CheckStatus.Passed => CertaintyWords.Of(check, note),
            CheckStatus.Pending => "not graded yet",
            _ => "",
        };
        return new PlainText((Plain.Line(check.Title), Styles.Ordinary), (certainty.Length > 0 ? $" ({certainty})" : "", Styles.Quiet));
    }

    private IEnumerable<IRenderable> Parts()
    {
        return check.Status is CheckStatus.Passed or CheckStatus.Pending || above is not null ? [] : Explanation();
    }

    private string ElsewhereThanAbove() => check.Scenario is { } scenario && scenario != above!.Scenario ? $", here with {Plain.Line(scenario)}" : "";

    private IEnumerable<IRenderable> Explanation()
    {
        yield return new PlainText($"{VerdictWords.Of(check.Verdict)}: {Plain.Line(check.Message)}", Styles.Ordinary);
        if (check.ReliesOnTiming)
            yield return new PlainText("It holds only while sleeps and time-outs take exactly as long as they say; nothing else orders these steps.", Styles.Ordinary);
        if (check.Timeline.Count > 0 && !isBrief)
            yield return Layout.SetOff(Interleaving());
        var facts = Facts();
        if (facts.Rows.Count > 0)
            yield return facts;
    }

    private IRenderable Interleaving()
    {
        if (stepsAbove == 0)
            return TimelineTable.Of(check.Timeline);
        var above = new PlainText(stepsAbove == 1 ? "Step 1 is the one above." : $"Steps 1 to {stepsAbove} are those above.", Styles.Quiet);
        return stepsAbove == check.Timeline.Count ? above : new Rows(above, TimelineTable.Of(check.Timeline, from: stepsAbove));
    }

    private Grid Facts()
    {
        var facts = Layout.Columns(2);
        Add("waits", WaitLines.Of(check));
        Add("scenario", Plain.Line(check.Scenario ?? ""));
        Add("found", CertaintyWords.Of(check));
        Add("lines", check.Between is { } between ? BetweenWords.Of(between).En : "");
        Add("hint", Plain.Line(check.Hint ?? ""));
        if (isBrief && check.Timeline.Count > 0)
            Add("steps", "left out here, since those above are many: --format json has them, and a token for kit replay");
        else if (check.Replay is { Length: > LongestToken })
            Add("replay", "too long to copy from here: grade with --format json --out FILE, save this check's \"replay\" as TOKEN.txt, and use kit replay @TOKEN.txt");
        else if (check.Replay is { } token)
            facts.AddRow(new PlainText("replay", Styles.Quiet), new ReplayCommand(token, handIn));
        return facts;

        void Add(string name, string value)
        {
            if (value.Length > 0)
                facts.AddRow(new PlainText(name, Styles.Quiet), new PlainText(value, Styles.Ordinary));
        }
    }
}
