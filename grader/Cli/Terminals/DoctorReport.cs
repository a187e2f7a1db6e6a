using ExerciseKit.Contract.Results;
using ExerciseKit.Hosting.Checkups;
using ExerciseKit.Reports.Console;
using Spectre.Console;
using Layout = ExerciseKit.Reports.Console.Layout;

namespace ExerciseKit.Cli.Terminals;

/// <summary>What this machine enforces: a line for each thing tried, then what is missing and the way to it.</summary>
internal sealed class DoctorReport(IAnsiConsole console)
{
    private static readonly Style Good = new(Color.Green);
    private static readonly Style Bad = new(Color.Red);

    public void Write(CheckupResult result, IEnumerable<string> notes)
    {
        Line(Words(result.Sandbox.Kind), Style.Plain);
        var tried = Layout.Columns(3);
        foreach (var wall in result.Sandbox.Walls)
            Add(tried, Style.Plain, "wall", wall.Version is { } version ? $"{wall.Name} ({version})" : wall.Name, $"{string.Join(", ", wall.Enforces)}.{(wall.Remark is { } remark ? $" {remark}" : "")}");
        foreach (var one in result.Tried)
            Add(tried, one.WasStopped ? Good : Bad, one.WasStopped ? "stopped" : "NOT STOPPED", one.Limit, $"{one.What}: {one.Detail.ReplaceLineEndings(" ")}");
        var told = Layout.Columns(2);
        foreach (var missing in result.Sandbox.NotEnforced.GroupBy(m => m.Why))
            Add(told, missing.Any(m => m.IsDemanded) ? Bad : Style.Plain, missing.Any(m => m.IsDemanded) ? "missing" : "not demanded", $"{string.Join(", ", missing.Select(m => m.Limit))}: {missing.Key}");
        foreach (var note in notes)
            Add(told, Style.Plain, "note", note);
        Write(tried);
        Write(told);
        Line(result.IsComplete ? result.Sandbox.NotEnforced.Count == 0 ? "Everything is enforced." : "Everything that is demanded is enforced." : "Not everything is enforced; --require-sandbox would refuse to grade here.", result.IsComplete ? Good : Bad);
    }

    private static string Words(SandboxKind kind) => kind switch
    {
        SandboxKind.Bubblewrap => "A hand-in's processes run in a sandbox made by bubblewrap.",
        SandboxKind.Landlock => "A hand-in's processes confine themselves by Landlock.",
        _ => "A hand-in's processes run as plain child processes.",
    };

    private static void Add(Grid grid, Style style, params string[] cells) =>
        grid.AddRow([.. cells.Select((cell, place) => new PlainText(place == 0 ? $"  {cell}" : cell, style))]);

    private void Write(Grid grid)
    {
        if (grid.Rows.Count > 0)
            console.Write(new WithoutTrailingBlanks(grid));
    }

    private void Line(string text, Style style) => console.Write(new WithoutTrailingBlanks(new PlainText(text, style)));
}
