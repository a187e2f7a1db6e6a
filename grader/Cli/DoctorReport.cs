using ExerciseKit.Contract.Results;
using ExerciseKit.Grading.Sandboxing;
using ExerciseKit.Reports.Console;
using Spectre.Console;

namespace ExerciseKit.Cli;

/// <summary>What this machine enforces: a line for each thing tried, then what is missing and the way to it.</summary>
internal sealed class DoctorReport(IAnsiConsole console)
{
    private static readonly Style Good = new(Color.Green);
    private static readonly Style Bad = new(Color.Red);

    public void Write(CheckupResult result)
    {
        var width = result.Tried.Max(t => t.Limit.Length);
        Line(result.Sandbox.Kind == SandboxKind.Bubblewrap ? "A hand-in's processes run in a sandbox made by bubblewrap." : "A hand-in's processes run as plain child processes.", Style.Plain);
        foreach (var tried in result.Tried)
            Line($"  {(tried.WasStopped ? "stopped" : "NOT STOPPED")}  {tried.Limit.PadRight(width)}  {tried.What}: {tried.Detail.ReplaceLineEndings(" ")}", tried.WasStopped ? Good : Bad);
        foreach (var missing in result.Sandbox.NotEnforced.GroupBy(m => m.Why))
            Line($"  missing  {string.Join(", ", missing.Select(m => m.Limit))}: {missing.Key}", Bad);
        Line(result.IsComplete ? "Everything is enforced." : "Not everything is enforced; --require-sandbox would refuse to grade here.", result.IsComplete ? Good : Bad);
    }

    private void Line(string text, Style style) => console.Write(new WithoutTrailingBlanks(new PlainText(text, style)));
}
