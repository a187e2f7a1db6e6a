using Spectre.Console;

namespace ExerciseKit.Reports.Console;

internal static class Styles
{
    public static Style Passed { get; } = new(Color.Green);

    public static Style Failed { get; } = new(Color.Red);

    public static Style Error { get; } = new(Color.Yellow);

    public static Style Title { get; } = new(decoration: Decoration.Bold);

    public static Style Quiet { get; } = new(Color.Grey);

    public static Style Ordinary { get; } = Style.Plain;
}
