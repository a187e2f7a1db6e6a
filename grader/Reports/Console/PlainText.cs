using System.Globalization;
using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ExerciseKit.Reports.Console;

/// <summary>Text that is shown as it stands, whoever wrote it and however narrow its column is.</summary>
/// <remarks>
/// Spectre folds a text by what is seen as one character, and never ends where one is wider than the column: a Chinese one in
/// a column of one cell, or fifty Korean letters of the kind that join the one before. Nor does it where it measures a
/// text as wider than its characters, which those make it do that ask for another form of the one beside them.
/// </remarks>
public sealed class PlainText : Renderable
{
    private const string TooWide = "\uFFFD";
    private const string AsPicture = "\uFE0F";
    private const string Joined = "\u200D";

    private readonly (string Text, Style Style)[] parts;

    /// <summary>A text of one style; no style where none is given.</summary>
    public PlainText(string text, Style? style = null)
        : this((text, style ?? Style.Plain))
    {
    }

    /// <summary>Texts that follow each other on a line, each of its style.</summary>
    public PlainText(params (string Text, Style Style)[] parts) => this.parts = parts;

    protected override Measurement Measure(RenderOptions options, int maxWidth) => ((IRenderable)Fitting(maxWidth)).Measure(options, maxWidth);

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => ((IRenderable)Fitting(maxWidth)).Render(options, maxWidth);

    // RS0030: this is what is used in its place.
#pragma warning disable RS0030
    private Paragraph Fitting(int maxWidth)
    {
        var paragraph = new Paragraph();
        foreach (var (text, style) in parts)
            paragraph.Append(Fitting(text, maxWidth), style);
        return paragraph;
    }
#pragma warning restore RS0030

    private static string Fitting(string text, int maxWidth)
    {
        if (Ascii.IsValid(text))
            return text;
        var fitting = new StringBuilder(text.Length);
        var characters = StringInfo.GetTextElementEnumerator(text.Replace(AsPicture, "", StringComparison.Ordinal).Replace(Joined, "", StringComparison.Ordinal));
        while (characters.MoveNext())
            fitting.Append(characters.GetTextElement() is var character && character.GetCellWidth() <= maxWidth ? character : TooWide);
        return fitting.ToString();
    }
}
