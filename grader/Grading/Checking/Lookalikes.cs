using System.Globalization;
using System.Text;

namespace ExerciseKit.Grading.Checking;

/// <summary>Characters that look like others, as input methods, word processors and files of other systems bring them.</summary>
internal static class Lookalikes
{
    private const int FirstFullWidth = 0xFF01;
    private const int LastFullWidth = 0xFF5E;
    private const int FullWidthShift = 0xFEE0;
    private const int MaxNamed = 3;

    private static readonly Dictionary<int, (string Plain, string Name)> Single = new()
    {
        ['\t'] = (" ", "a tab"),
        ['\r'] = ("", "a carriage return"),
        [0x00A0] = (" ", "a no-break space"),
        [0x00AD] = ("", "a soft hyphen"),
        [0x00B4] = ("'", "an acute accent"),
        [0x2018] = ("'", "a curved quotation mark"),
        [0x2019] = ("'", "a curved apostrophe"),
        [0x201C] = ("\"", "a curved quotation mark"),
        [0x201D] = ("\"", "a curved quotation mark"),
        [0x2026] = ("...", "one character for three dots"),
        [0x2010] = ("-", "another hyphen"),
        [0x2011] = ("-", "a no-break hyphen"),
        [0x2012] = ("-", "a figure dash"),
        [0x2013] = ("-", "an en dash"),
        [0x2014] = ("-", "an em dash"),
        [0x2015] = ("-", "a horizontal bar"),
        [0x2212] = ("-", "a minus sign"),
        [0x3000] = (" ", "an ideographic space"),
        [0x3001] = (",", "an ideographic comma"),
        [0x3002] = (".", "an ideographic full stop"),
        [0x300C] = ("\"", "a corner bracket"),
        [0x300D] = ("\"", "a corner bracket"),
        [0xFF61] = (".", "a half-width ideographic full stop"),
        [0xFEFF] = ("", "a byte order mark"),
    };

    private static readonly Dictionary<char, string> Signs = new()
    {
        [':'] = "colon",
        [';'] = "semicolon",
        [','] = "comma",
        ['.'] = "full stop",
        ['!'] = "exclamation mark",
        ['?'] = "question mark",
        ['('] = "opening bracket",
        [')'] = "closing bracket",
        ['-'] = "hyphen",
        ['\''] = "apostrophe",
        ['"'] = "quotation mark",
        ['='] = "equals sign",
        ['/'] = "slash",
    };

    /// <summary>A text with the plain character in place of each.</summary>
    public static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            folded.Append(Find(rune)?.Plain ?? rune.ToString());
        return folded.ToString();
    }

    /// <summary>The ones in a text that another does not have, in words: "its '：' is a full-width colon (U+FF1A)"; null where there are none.</summary>
    public static string? Tell(string text, string wanted)
    {
        var odd = text.EnumerateRunes().Where(r => !wanted.EnumerateRunes().Contains(r)).Distinct()
            .Select(r => (Rune: r, Found: Find(r))).Where(f => f.Found is not null).Take(MaxNamed).ToList();
        return odd.Count == 0 ? null : string.Join(", and ", odd.Select(f => Named(f.Rune, f.Found!.Value.Name, text)));
    }

    private static string Named(Rune rune, string name, string text)
    {
        var code = $"(U+{rune.Value:X4})";
        if (IsSeen(rune))
            return $"its '{rune}' is {name} {code}";
        return text.EndsWith(rune.ToString(), StringComparison.Ordinal) ? $"it ends with {name} {code}" : $"it has {name} {code}";
    }

    private static bool IsSeen(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator);

    private static (string Plain, string Name)? Find(Rune rune)
    {
        if (Single.TryGetValue(rune.Value, out var known))
            return known;
        if (rune.Value is >= FirstFullWidth and <= LastFullWidth)
        {
            var plain = (char)(rune.Value - FullWidthShift);
            return (plain.ToString(), $"a full-width {(char.IsAsciiLetter(plain) ? "letter" : char.IsAsciiDigit(plain) ? "digit" : Signs.GetValueOrDefault(plain, "character"))}");
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.SpaceSeparator when rune.Value != ' ' => (" ", "another kind of space"),
            UnicodeCategory.DashPunctuation when rune.Value != '-' => ("-", "another kind of dash"),
            UnicodeCategory.Format => ("", "a character that does not show"),
            _ => null,
        };
    }
}
