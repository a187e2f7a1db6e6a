using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ExerciseKit.Reports.Console;

/// <summary>An interleaving, a step a row; columns that would stand empty are left out.</summary>
internal static class TimelineTable
{
    /// <summary>A longer text is folded over many lines of a narrow column. The JSON result has more of it, and what counts stands in the sentence above.</summary>
    private const int MaxCell = 88;

    /// <summary>In a column of its own such a result would be folded over four lines and more.</summary>
    private const int LongResult = 60;

    /// <summary>So much of it stands on one line of a report of the usual width, beside the other columns.</summary>
    private const int MaxCellOfLong = 44;

    /// <summary>A process may be called anything; a name as wide as the page would leave no room for what it does.</summary>
    private const int MaxName = 32;

    private sealed record Column(string Title, Func<TimelineStep, string> Value, bool Wraps = false, bool RightAligned = false, int Most = MaxCell);

    /// <summary>The table.</summary>
    /// <param name="timeline">The interleaving.</param>
    /// <param name="language">The language.</param>
    /// <param name="from">The index of the first step to show.</param>
    public static IRenderable Of(EquatableArray<TimelineStep> timeline, Language language, int from = 0)
    {
        var steps = timeline.Skip(from).ToEquatableArray();
        // Of the whole interleaving, as below.
        var isLong = timeline.Any(step => step.Result.In(language).Length > LongResult);
        var (time, what) = (language.Say("time", "时间"), language.Say("what", "操作"));
        List<Column> columns =
        [
            new(language.Say("step", "步"), step => $"{step.Step}", RightAligned: true),
            new(time, step => Time(step.TimeMs), RightAligned: true),
            new(language.Say("who", "进程"), step => step.Agent, Most: MaxName),
            .. isLong
                ? (Column[])[new(what, step => step.Result.IsEmpty ? step.Operation.In(language) : $"{step.Operation.In(language)} → {step.Result.In(language)}", Wraps: true)]
                : [new(what, step => step.Operation.In(language), Wraps: true), new(language.Say("result", "结果"), step => step.Result.In(language), Wraps: true)],
            new(language.Say("where", "位置"), step => StepPlace.Of(step, timeline)),
        ];
        columns.RemoveAll(column => steps.All(step => column.Value(step).Length == 0));
        // Of the whole interleaving, so that a part of it has the columns of the rest.
        if (timeline.All(step => step.TimeMs == timeline[0].TimeMs))
            columns.RemoveAll(column => column.Title == time);

        var grid = new Grid();
        foreach (var column in columns)
            grid.AddColumn(Shape(column, isLast: column == columns[^1]));
        grid.AddRow([.. columns.Select(column => new PlainText(column.Title, Styles.Quiet))]);
        foreach (var step in steps)
            grid.AddRow([.. columns.Select(column => new PlainText(Cut(Plain.Line(column.Value(step)), Math.Min(column.Most, isLong ? MaxCellOfLong : MaxCell)), Styles.Ordinary))]);
        return grid;
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + "…";

    private static GridColumn Shape(Column column, bool isLast) => new()
    {
        NoWrap = !column.Wraps,
        Alignment = column.RightAligned ? Justify.Right : Justify.Left,
        Padding = new Padding(0, 0, isLast ? 0 : 2, 0),
    };

    private static string Time(double milliseconds) => $"{milliseconds / 1000:0.###} s";
}
