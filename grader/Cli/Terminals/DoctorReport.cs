using ExerciseKit.Contract.Results;
using ExerciseKit.Hosting.Checkups;
using ExerciseKit.Reports.Console;
using Spectre.Console;

namespace ExerciseKit.Cli.Terminals;

/// <summary>What this machine enforces: a line for each thing tried, then what is missing and the way to it.</summary>
internal sealed class DoctorReport(IAnsiConsole console)
{
    private static readonly Style Good = new(Color.Green);
    private static readonly Style Bad = new(Color.Red);

    public void Write(CheckupResult result, IEnumerable<string> notes)
    {
        var width = result.Tried.Max(t => t.Limit.Length);
        Line(Words(result.Sandbox.Kind), Style.Plain);
        foreach (var wall in result.Sandbox.Walls)
            Line($"  wall  {wall.Name}{(wall.Version is { } version ? $" ({version})" : "")}: {string.Join(", ", wall.Enforces)}.{(wall.Remark is { } remark ? $" {remark}" : "")}", Style.Plain);
        foreach (var tried in result.Tried)
            Line($"  {(tried.WasStopped ? "stopped" : "NOT STOPPED")}  {tried.Limit.PadRight(width)}  {tried.What}: {tried.Detail.ReplaceLineEndings(" ")}", tried.WasStopped ? Good : Bad);
        foreach (var missing in result.Sandbox.NotEnforced.GroupBy(m => m.Why))
            Line($"  {(missing.Any(m => m.IsDemanded) ? "missing" : "not demanded")}  {string.Join(", ", missing.Select(m => m.Limit))}: {missing.Key}", missing.Any(m => m.IsDemanded) ? Bad : Style.Plain);
        foreach (var note in notes)
            Line($"  note  {note}", Style.Plain);
        Line(result.IsComplete ? result.Sandbox.NotEnforced.Count == 0 ? "Everything is enforced." : "Everything that is demanded is enforced." : "Not everything is enforced; --require-sandbox would refuse to grade here.", result.IsComplete ? Good : Bad);
    }

    private static string Words(SandboxKind kind) => kind switch
    {
        SandboxKind.Bubblewrap => "A hand-in's processes run in a sandbox made by bubblewrap.",
        SandboxKind.Landlock => "A hand-in's processes confine themselves by Landlock.",
        _ => "A hand-in's processes run as plain child processes.",
    };

    private void Line(string text, Style style) => console.Write(new WithoutTrailingBlanks(new PlainText(text, style)));
}
