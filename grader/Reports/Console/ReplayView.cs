using ExerciseKit.Contract.Results;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ExerciseKit.Reports.Console;

/// <summary>One replay: the interleaving as it came, and how it ended.</summary>
internal sealed class ReplayView(ReplayResult result)
{
    private const string OfTheSameHandIn =
        "This is the hand-in that the token was made of: its program depends on more than it is given, or the exercise or the kit has changed since. Grade it again; if its new token fails too, report that.";

    private const string OfAnotherHandIn =
        "This is another hand-in than the token was made of. Its interleavings need not be the same, so this proves nothing; grade it.";

    private readonly CheckResult check = result.Check;

    public IRenderable Render()
    {
        var rows = new List<IRenderable> { new PlainText($"{result.ExerciseId}  {Plain.Line(result.Title)}: {Plain.Line(check.Title)}", Styles.Title) };
        rows.Add(check.Timeline.Count > 0 ? Layout.Indented(2, Layout.SetOff(TimelineTable.Of(check.Timeline))) : Layout.BlankLine);
        rows.AddRange((result.Divergence is { } divergence ? Otherwise(divergence) : AsExpected()).Select(row => Layout.Indented(2, row)));
        return new Rows(rows);
    }

    private IEnumerable<IRenderable> AsExpected()
    {
        yield return new PlainText($"{VerdictWords.Of(check.Verdict)}: {Plain.Line(check.Message)}", Styles.Failed);
        yield return Facts(("waits", WaitLines.Of(check)), ("scenario", Scenario()), ("replayed", $"all {result.Steps} steps, with real processes"));
    }

    private IEnumerable<IRenderable> Otherwise(ReplayDivergence divergence)
    {
        var isAtTheEnd = divergence.Step > result.Steps;
        yield return new PlainText(
            isAtTheEnd ? $"All {result.Steps} steps went as expected, but not the end." : $"At step {divergence.Step} of {result.Steps} the run went another way.",
            Styles.Error);
        yield return Facts(("expected", Plain.Line(divergence.Expected)), ("came", Plain.Line(divergence.Came)), ("scenario", Scenario()));
        yield return new PlainText(result.IsSameHandIn ? OfTheSameHandIn : OfAnotherHandIn, Styles.Ordinary);
    }

    private string Scenario() => Plain.Line(check.Scenario ?? "") + (check.Tier == Tier.Loose ? "; sleeps and time-outs take any time" : "");

    private static Grid Facts(params (string Name, string Value)[] facts)
    {
        var grid = Layout.Columns(2);
        foreach (var (name, value) in facts.Where(f => f.Value.Length > 0))
            grid.AddRow(new PlainText(name, Styles.Quiet), new PlainText(value, Styles.Ordinary));
        return grid;
    }
}
