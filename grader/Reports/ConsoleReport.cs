using ExerciseKit.Contract.Results;
using ExerciseKit.Reports.Console;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ExerciseKit.Reports;

/// <summary>The result for a student to read: what holds, what does not, and the interleaving that breaks it.</summary>
/// <param name="console">Where it is written; its width, colours and characters are respected.</param>
/// <param name="handIn">The path of what was graded, for the commands that are shown; null where kit finds it by itself.</param>
public sealed class ConsoleReport(IAnsiConsole console, string? handIn = null) : IReport
{
    public void Write(GradeResult result)
    {
        if (!result.Gradable)
            Line(new PlainText($"The grader failed, so no mark may be drawn from this: {Plain.Line(result.Fault ?? "no reason was given")}", Styles.Error));
        var marks = Marks.For(console);
        foreach (var exercise in result.Exercises)
        {
            console.WriteLine();
            Line(new ExerciseView(exercise, marks, handIn).Render());
        }

        console.WriteLine();
        Line(Total(result));
        if (SampledPoints(result) > 0)
            Line(new PlainText("What was sampled held in what was tried; another interleaving, or another value of chance, may still break it.", Styles.Quiet));
        if (result.Sandbox is { } sandbox)
            Line(new PlainText(SandboxWords.Of(sandbox), Styles.Quiet));
        foreach (var note in result.Notes)
            Line(new PlainText(Plain.Line(note), Styles.Quiet));
    }

    private void Line(IRenderable content) => console.Write(new WithoutTrailingBlanks(content));

    private static PlainText Total(GradeResult result)
    {
        var checks = result.Exercises.SelectMany(e => e.Checks).ToList();
        var passed = checks.Count(c => c.Status == CheckStatus.Passed);
        var held = checks.Count == 1 ? $"{passed} of 1 check held" : $"{passed} of {checks.Count} checks held";
        var style = passed == checks.Count && result.Gradable ? Styles.Passed : Styles.Failed;
        var sampled = SampledPoints(result) is var points and > 0 ? $", {points} of them sampled" : "";
        return new PlainText($"{result.Score} of {result.MaxScore} points{sampled}, {held}.", style);
    }

    private static int SampledPoints(GradeResult result) =>
        result.Exercises.SelectMany(e => e.Checks).Where(c => c is { Status: CheckStatus.Passed, Certainty: Certainty.Sampled }).Sum(c => c.Points);
}
