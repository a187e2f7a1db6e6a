using ExerciseKit.Authoring.Verification;
using ExerciseKit.Contract;
using ExerciseKit.Reports.Console;
using Spectre.Console;

namespace ExerciseKit.Cli.Authors;

/// <summary>Runs in real time for those who write exercises: a line each, and what was wrong.</summary>
internal sealed class LiveVerificationReport(IAnsiConsole console)
{
    private static readonly Style Good = new(Color.Green);
    private static readonly Style Bad = new(Color.Red);

    public void Write(EquatableArray<LiveVerification> runs)
    {
        foreach (var run in runs)
        {
            var took = run.Took is { } seconds ? $"{seconds.TotalSeconds:F1} s, sleeps {run.Sleeps.TotalSeconds} s" : "not run";
            Line($"  {(run.Objection is null ? "ended" : "WRONG")}  {run.ExerciseId}: {run.Scenario} ({took})", run.Objection is null ? Good : Bad);
            if (run.Objection is { } objection)
                console.Write(new WithoutTrailingBlanks(new Padder(new PlainText(objection), new Padding(9, 0, 0, 0))));
        }

        Line($"{runs.Count(r => r.Objection is null)} of {runs.Count} solutions ran in real time as they must.", runs.All(r => r.Objection is null) ? Good : Bad);
    }

    private void Line(string text, Style style) => console.Write(new PlainText(text + "\n", style));
}
