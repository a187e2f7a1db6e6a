using System.Globalization;
using System.Text;
using Spectre.Console;

namespace ExerciseKit.Cli.Watching;

/// <summary>Fits text into so many columns, whatever its characters and however few those are.</summary>
internal static class Folding
{
    private const string TooWide = "\uFFFD";

    /// <summary>The text in lines of at most so many columns, broken at blanks where there are some; a Chinese text anywhere.</summary>
    /// <param name="text">One line.</param>
    /// <param name="width">Columns; at least 1.</param>
    /// <param name="indent">By how much the lines after the first are set in; none where that leaves too little.</param>
    public static IEnumerable<string> Fold(string text, int width, int indent = 0)
    {
        width = Math.Max(1, width);
        if (indent > width / 2)
            indent = 0;
        var line = new StringBuilder();
        var lastBlank = -1;
        var characters = StringInfo.GetTextElementEnumerator(text);
        while (characters.MoveNext())
        {
            var character = characters.GetTextElement();
            var wide = WidthOf(character);
            if (wide > width)
                (character, wide) = (TooWide, 1);
            // Of the whole, since some characters change the width of those beside them.
            if (line.ToString() is var whole && WidthOf(whole + character) > width)
            {
                // Neither before the text's own indent, nor where a Chinese character or a blank stands at the break anyway.
                var at = lastBlank > indent && character != " " && wide == 1 ? lastBlank : whole.Length;
                yield return whole[..at].TrimEnd();
                var rest = whole[at..].TrimStart();
                line.Clear().Append(' ', indent).Append(rest);
                lastBlank = -1;
                if (character == " " && rest.Length == 0)
                    continue;
            }

            if (character == " ")
                lastBlank = line.Length;
            line.Append(character);
        }

        yield return line.ToString().TrimEnd();
    }

    /// <summary>As much of the text as fits.</summary>
    public static string Cut(string text, int width)
    {
        if (WidthOf(text) <= width)
            return text;
        var cut = "";
        var characters = StringInfo.GetTextElementEnumerator(text);
        while (characters.MoveNext() && cut + characters.GetTextElement() is var longer && WidthOf(longer) <= width)
            cut = longer;
        return cut;
    }

    /// <summary>How many columns a text takes.</summary>
    public static int WidthOf(string text) => Ascii.IsValid(text) ? text.Length : text.GetCellWidth();
}
