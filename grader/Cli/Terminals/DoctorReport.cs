using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Hosting.Checkups;
using ExerciseKit.Reports.Console;
using Spectre.Console;
using Layout = ExerciseKit.Reports.Console.Layout;

namespace ExerciseKit.Cli.Terminals;

/// <summary>What this machine enforces: a line for each thing tried, then what is missing and the way to it.</summary>
internal sealed class DoctorReport(IAnsiConsole console, Language language)
{
    private static readonly Style Good = new(Color.Green);
    private static readonly Style Bad = new(Color.Red);

    public void Write(CheckupResult result, IEnumerable<LocalizedText> notes)
    {
        Line(Words(result.Sandbox.Kind).In(language), Style.Plain);
        var tried = Layout.Columns(3);
        foreach (var wall in result.Sandbox.Walls)
            Add(tried, Style.Plain, language.Say("wall", "防护"), wall.Version is { } version ? $"{wall.Name} ({version})" : wall.Name, language.Say($"{string.Join(", ", wall.Enforces)}.{(wall.Remark is null ? "" : $" {wall.Remark.En}")}", $"{string.Join("、", wall.Enforces)}。{wall.Remark?.Zh}"));
        foreach (var one in result.Tried)
            Add(tried, one.WasStopped ? Good : Bad, one.WasStopped ? language.Say("stopped", "已拦住") : language.Say("NOT STOPPED", "没有拦住"), one.Limit, language.Say($"{one.What.En}: {one.Detail.En.ReplaceLineEndings(" ")}", $"{one.What.Zh}：{one.Detail.Zh.ReplaceLineEndings(" ")}"));
        var told = Layout.Columns(2);
        foreach (var missing in result.Sandbox.NotEnforced.GroupBy(m => m.Why))
            Add(told, missing.Any(m => m.IsDemanded) ? Bad : Style.Plain, missing.Any(m => m.IsDemanded) ? language.Say("missing", "缺少") : language.Say("not demanded", "不要求"), language.Say($"{string.Join(", ", missing.Select(m => m.Limit))}: {missing.Key.En}", $"{string.Join("、", missing.Select(m => m.Limit))}：{missing.Key.Zh}"));
        foreach (var note in notes)
            Add(told, Style.Plain, language.Say("note", "说明"), note.In(language));
        Write(tried);
        Write(told);
        Line(Sum(result).In(language), result.IsComplete ? Good : Bad);
    }

    private static LocalizedText Sum(CheckupResult result)
    {
        if (!result.IsComplete)
            return ("Not everything is enforced; --require-sandbox would refuse to grade here.", "没有全部落实；加上 --require-sandbox 会拒绝在这里评分。");
        return result.Sandbox.NotEnforced.Count == 0
            ? ("Everything is enforced.", "全部落实。")
            : ("Everything that is demanded is enforced.", "要求的全部落实。");
    }

    private static LocalizedText Words(SandboxKind kind) => kind switch
    {
        SandboxKind.Bubblewrap => ("A hand-in's processes run in a sandbox made by bubblewrap.", "提交的程序的进程在 bubblewrap 建立的沙箱中运行。"),
        SandboxKind.Landlock => ("A hand-in's processes confine themselves by Landlock.", "提交的程序的进程用 Landlock 限制自己。"),
        _ => ("A hand-in's processes run as plain child processes.", "提交的程序的进程作为普通的子进程运行。"),
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
