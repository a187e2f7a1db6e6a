using Spectre.Console.Rendering;

namespace ExerciseKit.Reports.Console;

/// <summary>The command that runs an interleaving again, cut to the console's width so that it can be copied as it stands.</summary>
/// <remarks>Cut inside the quotes only: a shell takes the lines between two quotes as one argument, and kit leaves out the line ends.</remarks>
/// <param name="token">The token.</param>
/// <param name="handIn">The hand-in's path, which goes with the token inside the quotes, so that the two can't be parted; null where kit looks by itself.</param>
internal sealed class ReplayCommand(string token, string? handIn) : Renderable
{
    private const int MinColumns = 24;

    private readonly string command = $"kit replay '{string.Concat(Plain.Line(token).Where(c => c is not ('\'' or ' ')))}{(handIn is null ? "" : HandInMark.Of(handIn))}'";

    protected override Measurement Measure(RenderOptions options, int maxWidth) =>
        new(Math.Min(MinColumns, maxWidth), Math.Min(command.Length, maxWidth));

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        // No column is left for it in a window of few columns.
        var width = Math.Max(1, maxWidth);
        for (var at = 0; at < command.Length; at += width)
        {
            if (at > 0)
                yield return Segment.LineBreak;
            yield return new Segment(command.Substring(at, Math.Min(width, command.Length - at)), Styles.Ordinary);
        }
    }
}
