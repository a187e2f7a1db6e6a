using Spectre.Console.Rendering;

namespace ExerciseKit.Reports.Console;

/// <summary>Cuts the blanks with which tables fill their cells: a copied or diffed report shall have none.</summary>
public sealed class WithoutTrailingBlanks(IRenderable inner) : Renderable
{
    protected override Measurement Measure(RenderOptions options, int maxWidth) => inner.Measure(options, maxWidth);

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        foreach (var line in Segment.SplitLines(inner.Render(options, maxWidth), maxWidth))
        {
            var end = line.Count;
            while (end > 0 && string.IsNullOrWhiteSpace(line[end - 1].Text))
                end--;
            for (var i = 0; i < end; i++)
                yield return i == end - 1 ? new Segment(line[i].Text.TrimEnd(), line[i].Style) : line[i];
            yield return Segment.LineBreak;
        }
    }
}
