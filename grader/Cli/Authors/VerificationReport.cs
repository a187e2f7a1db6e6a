using ExerciseKit.Authoring.Verification;
using ExerciseKit.Contract;
using ExerciseKit.Reports.Console;
using Spectre.Console;

namespace ExerciseKit.Cli.Authors;

/// <summary>A verification for those who write exercises: each known hand-in, and which wrong answers each check catches.</summary>
internal sealed class VerificationReport(IAnsiConsole console)
{
    private static readonly Style Good = new(Color.Green);
    private static readonly Style Bad = new(Color.Red);

    public void Write(VerificationResult result)
    {
        foreach (var exercise in result.Exercises)
            Write(exercise);
        var variants = result.Exercises.Sum(e => e.Variants.Count);
        var verified = result.Exercises.Count(e => e.Passed);
        Line($"{verified} of {result.Exercises.Count} exercises verified with {Counted.Of(variants, "hand-in")}.", result.Passed ? Good : Bad);
    }

    private void Write(ExerciseVerification exercise)
    {
        Line(exercise.Id, new Style(decoration: Decoration.Bold));
        foreach (var variant in exercise.Variants)
            Write(variant);
        foreach (var kills in exercise.Kills)
        {
            Line($"  CHECK        {kills.CheckId}", kills.Mutants.Count > 0 ? Good : Bad);
            Explain(kills.Mutants.Count > 0 ? $"catches {Names(kills)}" : "catches no wrong answer: add a mutant that fails it.", columns: 15);
        }

        foreach (var fault in exercise.Faults)
        {
            Line("  FAULT", Bad);
            Explain(fault, columns: 15);
        }

        console.WriteLine();
    }

    private void Write(VariantResult variant)
    {
        if (variant.Outcome == VariantOutcome.AsExpected)
        {
            Line($"  as expected  {variant.Name}", Good);
            return;
        }

        var isGraded = variant.Outcome == VariantOutcome.Otherwise;
        Line($"  {(isGraded ? "WRONG      " : "NOT GRADED ")}  {variant.Name}", Bad);
        Explain(isGraded ? variant.Message : $"The grader failed: {variant.Message}", columns: 15);
    }

    private static string Names(CheckKills kills) => string.Join(", ", kills.Mutants.Select(Path.GetFileNameWithoutExtension));

    private void Explain(string text, int columns) =>
        console.Write(new WithoutTrailingBlanks(new Padder(new PlainText(text), new Padding(columns, 0, 0, 0))));

    private void Line(string text, Style style) => console.Write(new PlainText(text + "\n", style));
}
