using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ExerciseKit.Reports.Console;

/// <summary>One replay: the interleaving as it came, and how it ended.</summary>
internal sealed class ReplayView(ReplayResult result, Language language)
{
    private static readonly LocalizedText OfTheSameHandIn = (
        "This is the hand-in that the token was made of: its program depends on more than it is given, or the exercise or the kit has changed since. Grade it again; if its new token fails too, report that.",
        "这就是得到该令牌的那份提交：程序的行为不只取决于给它的东西，或者练习、kit 在那之后改过。请重新评分；如果新的令牌也不行，请报告。");

    private static readonly LocalizedText OfAnotherHandIn = (
        "This is another hand-in than the token was made of. Its interleavings need not be the same, so this proves nothing; grade it.",
        "这不是得到该令牌的那份提交。它的执行顺序不一定相同，所以这说明不了什么；请对它评分。");

    private readonly CheckResult check = result.Check;

    public IRenderable Render()
    {
        var rows = new List<IRenderable> { new PlainText(language.Say($"{result.ExerciseId}  {Plain.Line(result.Title.En)}: {Plain.Line(check.Title.En)}", $"{result.ExerciseId}  {Plain.Line(result.Title.Zh)}：{Plain.Line(check.Title.Zh)}"), Styles.Title) };
        rows.Add(check.Timeline.Count > 0 ? Layout.Indented(2, Layout.SetOff(TimelineTable.Of(check.Timeline, language))) : Layout.BlankLine);
        rows.AddRange((result.Divergence is { } divergence ? Otherwise(divergence) : AsExpected()).Select(row => Layout.Indented(2, row)));
        return new Rows(rows);
    }

    private IEnumerable<IRenderable> AsExpected()
    {
        var (verdict, message) = (VerdictWords.Of(check.Verdict), check.Message.Select(Plain.Line));
        yield return new PlainText(language.Say($"{verdict.En}: {message.En}", $"{verdict.Zh}：{message.Zh}"), Styles.Failed);
        yield return Facts(
            (FactWords.Waits, WaitLines.Of(check, language)),
            (FactWords.Scenario, Scenario()),
            (FactWords.Replayed, language.Say($"all {result.Steps} steps, with real processes", $"用真实进程重放了全部 {result.Steps} 步")));
    }

    private IEnumerable<IRenderable> Otherwise(ReplayDivergence divergence)
    {
        var isAtTheEnd = divergence.Step > result.Steps;
        yield return new PlainText(
            isAtTheEnd
                ? language.Say($"All {result.Steps} steps went as expected, but not the end.", $"全部 {result.Steps} 步都与预期一致，但结局不同。")
                : language.Say($"At step {divergence.Step} of {result.Steps} the run went another way.", $"共 {result.Steps} 步，运行在第 {divergence.Step} 步走了另一条路。"),
            Styles.Error);
        yield return Facts((FactWords.Expected, Plain.Line(divergence.Expected.In(language))), (FactWords.Came, Plain.Line(divergence.Came.In(language))), (FactWords.Scenario, Scenario()));
        yield return new PlainText((result.IsSameHandIn ? OfTheSameHandIn : OfAnotherHandIn).In(language), Styles.Ordinary);
    }

    private string Scenario() => Plain.Line(check.Scenario?.In(language) ?? "") + (check.Tier == Tier.Loose ? language.Say("; sleeps and time-outs take any time", "；睡眠和超时的时长不定") : "");

    private Grid Facts(params (LocalizedText Name, string Value)[] facts)
    {
        var grid = Layout.Columns(2);
        foreach (var (name, value) in facts.Where(f => f.Value.Length > 0))
            grid.AddRow(new PlainText(name.In(language), Styles.Quiet), new PlainText(value, Styles.Ordinary));
        return grid;
    }
}
