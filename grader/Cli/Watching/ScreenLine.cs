namespace ExerciseKit.Cli.Watching;

/// <summary>How a line looks.</summary>
internal enum LineStyle
{
    Plain,
    Title,
    Good,
    Bad,
    Warning,
    Quiet,
}

/// <summary>A line of a screen.</summary>
internal sealed record ScreenLine(string Text, LineStyle Style = LineStyle.Plain);
