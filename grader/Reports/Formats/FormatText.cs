using System.Buffers;
using System.Globalization;
using System.Text;
using ExerciseKit.Contract;

namespace ExerciseKit.Reports.Formats;

/// <summary>Makes text from a hand-in fit for other systems' files: everything in it can be seen, and nothing in it acts.</summary>
internal static class FormatText
{
    private const int FirstPicture = 0x2400;
    private const int DeletePicture = 0x2421;

    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c), '\n']);

    /// <summary>The longest title that is shown; what follows is counted.</summary>
    public const int MostTitleChars = 200;

    /// <summary>The text with its line ends. Control characters become their pictures, those that turn or hide others their numbers.</summary>
    public static string Visible(string text)
    {
        // Most texts hold nothing else, and some are long.
        if (!text.AsSpan().ContainsAnyExcept(Plain))
            return text;
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t')
                visible.Append(rune);
            else if (rune.Value < 0x20)
                visible.Append((char)(FirstPicture + rune.Value));
            else if (rune.Value == 0x7F)
                visible.Append((char)DeletePicture);
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned)
                visible.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X4}}}");
            else
                visible.Append(rune);
        }

        return visible.ToString();
    }

    /// <summary>The same in one line.</summary>
    public static string Line(string text) => string.Join(' ', Visible(text).Split(['\n', '\t'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A title: one line, cut where it is too long.</summary>
    public static string Title(string text)
    {
        var line = Line(text);
        return line.Length <= MostTitleChars ? line : Cut(line, MostTitleChars, Language.English);
    }

    /// <summary>The text, or its head and its tail with the count of what is left out between them.</summary>
    public static string Cut(string text, int most, Language language)
    {
        if (text.Length <= most)
            return text;
        // As long as the longest count makes it.
        const int Word = 40;
        var room = Math.Max(0, most - Word);
        var (head, tail) = (Before(text, room * 2 / 3), After(text, room / 3));
        var left = (tail - head).ToString("N0", CultureInfo.InvariantCulture);
        return language.Say($"{text[..head]} … {left} characters left out … {text[tail..]}", $"{text[..head]}……省略 {left} 个字符……{text[tail..]}");
    }

    private static int Before(string text, int at) => at > 0 && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;

    private static int After(string text, int length) => length > 0 && char.IsLowSurrogate(text[^length]) ? text.Length - length + 1 : text.Length - length;
}
