using ExerciseKit.Contract.Results;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ExerciseKit.Reports.Console;

/// <summary>One check: a line when it held; else what was found, in which interleaving, and how to go on.</summary>
internal sealed class CheckView(CheckResult check, Marks marks, bool isAsBefore)
{
    public IRenderable Render()
    {
        var grid = Layout.Columns(3);
        grid.Columns[0].Padding = new Padding(2, 0, 1, 0);
        grid.AddRow(new Text(marks.Of(check.Status), Style), new Text($"{check.Points}/{check.MaxPoints}", Style), new Text(Plain.Line(check.Title), Styles.Ordinary));
        return new Rows([grid, .. Parts().Select(part => Layout.Indented(4, part))]);
    }

    private Style Style => check.Status switch
    {
        CheckStatus.Passed => Styles.Passed,
        CheckStatus.Failed => Styles.Failed,
        _ => Styles.Error,
    };

    private IEnumerable<IRenderable> Parts()
    {
        var certainty = CertaintyWords.Of(check);
        if (check.Status == CheckStatus.Passed)
            return certainty.Length == 0 ? [] : [new Text(certainty, Styles.Quiet)];
        return isAsBefore ? [new Text($"{VerdictWords.Of(check.Verdict)}: as above.", Styles.Ordinary)] : Explanation(certainty);
    }

    private IEnumerable<IRenderable> Explanation(string certainty)
    {
        yield return new Text($"{VerdictWords.Of(check.Verdict)}: {Plain.Line(check.Message)}", Styles.Ordinary);
        if (check.ReliesOnTiming)
            yield return new Text("It holds only while sleeps and time-outs take exactly as long as they say; nothing else orders these steps.", Styles.Ordinary);
        if (check.Timeline.Count > 0)
            yield return new Padder(new TimelineTable(check.Timeline).Render(), new Padding(0, 1, 0, 1));
        var facts = Facts(certainty);
        if (facts.Rows.Count > 0)
            yield return facts;
    }

    private Grid Facts(string certainty)
    {
        var facts = Layout.Columns(2);
        Add("waits", check.Cycle is { } cycle ? string.Join('\n', cycle.Select(Plain.Line)) : "");
        Add("scenario", Plain.Line(check.Scenario ?? ""));
        Add("found", certainty);
        Add("hint", Plain.Line(check.Hint ?? ""));
        Add("replay", Plain.Line(check.Replay ?? ""));
        return facts;

        void Add(string name, string value)
        {
            if (value.Length > 0)
                facts.AddRow(new Text(name, Styles.Quiet), new Text(value, Styles.Ordinary));
        }
    }
}
