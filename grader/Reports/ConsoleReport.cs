using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Reports.Console;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ExerciseKit.Reports;

/// <summary>The result for a student to read: what holds, what does not, and the interleaving that breaks it.</summary>
/// <param name="console">Where it is written; its width, colours and characters are respected.</param>
/// <param name="handIn">The path of what was graded, for the commands that are shown; null where kit finds it by itself.</param>
/// <param name="language">The language.</param>
public sealed class ConsoleReport(IAnsiConsole console, string? handIn = null, Language language = Language.English) : IReport
{
    public void Write(GradeResult result)
    {
        if (!result.Gradable)
        {
            var why = (result.Fault ?? ("no reason was given", "没有说明原因")).Select(Plain.Line);
            Line(new PlainText(language.Say($"The grader failed, so no mark may be drawn from this: {why.En}", $"评分程序出错，这次的结果不能作为成绩：{why.Zh}"), Styles.Error));
        }

        var marks = Marks.For(console);
        foreach (var exercise in result.Exercises)
        {
            console.WriteLine();
            Line(new ExerciseView(exercise, marks, language, handIn).Render());
        }

        console.WriteLine();
        Line(Total(result));
        if (SampledPoints(result) > 0)
            Line(new PlainText(language.Say(
                "What was sampled held in what was tried; another interleaving, or another value of chance, may still break it.",
                "抽样的检查项只在试过的情况下成立；换一种执行顺序，或者换一组随机值，仍有可能不成立。"), Styles.Quiet));
        if (result.Sandbox is { } sandbox)
            Line(new PlainText(SandboxWords.Of(sandbox).In(language), Styles.Quiet));
        foreach (var note in result.Notes)
            Line(new PlainText(Plain.Line(note.In(language)), Styles.Quiet));
    }

    private void Line(IRenderable content) => console.Write(new WithoutTrailingBlanks(content));

    private PlainText Total(GradeResult result)
    {
        var checks = result.Exercises.SelectMany(e => e.Checks).ToList();
        var passed = checks.Count(c => c.Status == CheckStatus.Passed);
        var style = passed == checks.Count && result.Gradable ? Styles.Passed : Styles.Failed;
        var points = SampledPoints(result);
        return new PlainText(
            language.Say(
                $"{result.Score} of {result.MaxScore} points{(points > 0 ? $", {points} of them sampled" : "")}, {passed} of {Counted.Of(checks.Count, "check")} held.",
                $"得 {result.Score} 分，满分 {result.MaxScore} 分{(points > 0 ? $"，其中 {points} 分来自抽样" : "")}；{checks.Count} 个检查项通过了 {passed} 个。"),
            style);
    }

    private static int SampledPoints(GradeResult result) =>
        result.Exercises.SelectMany(e => e.Checks).Where(c => c is { Status: CheckStatus.Passed, Certainty: Certainty.Sampled }).Sum(c => c.Points);
}
