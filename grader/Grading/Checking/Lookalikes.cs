using System.Globalization;
using System.Text;
using ExerciseKit.Contract;

namespace ExerciseKit.Grading.Checking;

/// <summary>Characters that look like others, as input methods, word processors and files of other systems bring them.</summary>
internal static class Lookalikes
{
    private const int FirstFullWidth = 0xFF01;
    private const int LastFullWidth = 0xFF5E;
    private const int FullWidthShift = 0xFEE0;
    private const int MaxNamed = 3;

    private static readonly Dictionary<int, (string Plain, LocalizedText Name)> Single = new()
    {
        ['\t'] = (" ", ("a tab", "制表符")),
        ['\r'] = ("", ("a carriage return", "回车符")),
        [0x00A0] = (" ", ("a no-break space", "不换行空格")),
        [0x00AD] = ("", ("a soft hyphen", "软连字符")),
        [0x00B4] = ("'", ("an acute accent", "尖音符")),
        [0x2018] = ("'", ("a curved quotation mark", "弯引号")),
        [0x2019] = ("'", ("a curved apostrophe", "弯撇号")),
        [0x201C] = ("\"", ("a curved quotation mark", "弯引号")),
        [0x201D] = ("\"", ("a curved quotation mark", "弯引号")),
        [0x2026] = ("...", ("one character for three dots", "省略号（一个字符）")),
        [0x2010] = ("-", ("another hyphen", "另一种连字符")),
        [0x2011] = ("-", ("a no-break hyphen", "不换行连字符")),
        [0x2012] = ("-", ("a figure dash", "数字线")),
        [0x2013] = ("-", ("an en dash", "短破折号")),
        [0x2014] = ("-", ("an em dash", "破折号")),
        [0x2015] = ("-", ("a horizontal bar", "横线")),
        [0x2212] = ("-", ("a minus sign", "减号")),
        [0x3000] = (" ", ("an ideographic space", "全角空格")),
        [0x3001] = (",", ("an ideographic comma", "顿号")),
        [0x3002] = (".", ("an ideographic full stop", "句号")),
        [0x300C] = ("\"", ("a corner bracket", "直角引号")),
        [0x300D] = ("\"", ("a corner bracket", "直角引号")),
        [0xFF61] = (".", ("a half-width ideographic full stop", "半角句号")),
        [0xFEFF] = ("", ("a byte order mark", "字节顺序标记")),
    };

    private static readonly Dictionary<char, LocalizedText> Signs = new()
    {
        [':'] = ("colon", "冒号"),
        [';'] = ("semicolon", "分号"),
        [','] = ("comma", "逗号"),
        ['.'] = ("full stop", "句点"),
        ['!'] = ("exclamation mark", "感叹号"),
        ['?'] = ("question mark", "问号"),
        ['('] = ("opening bracket", "左括号"),
        [')'] = ("closing bracket", "右括号"),
        ['-'] = ("hyphen", "连字符"),
        ['\''] = ("apostrophe", "撇号"),
        ['"'] = ("quotation mark", "引号"),
        ['='] = ("equals sign", "等号"),
        ['/'] = ("slash", "斜杠"),
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
    public static LocalizedText? Tell(string text, string wanted)
    {
        var odd = text.EnumerateRunes().Where(r => !wanted.EnumerateRunes().Contains(r)).Distinct()
            .Select(r => (Rune: r, Found: Find(r))).Where(f => f.Found is not null).Take(MaxNamed).ToList();
        return odd.Count == 0 ? null : LocalizedText.Join((", and ", "，"), odd.Select(f => Named(f.Rune, f.Found!.Value.Name, text)));
    }

    private static LocalizedText Named(Rune rune, LocalizedText name, string text)
    {
        var code = $"U+{rune.Value:X4}";
        if (IsSeen(rune))
            return ($"its '{rune}' is {name.En} ({code})", $"其中的“{rune}”是{name.Zh}（{code}）");
        return text.EndsWith(rune.ToString(), StringComparison.Ordinal)
            ? ($"it ends with {name.En} ({code})", $"它末尾有{name.Zh}（{code}）")
            : ($"it has {name.En} ({code})", $"其中有{name.Zh}（{code}）");
    }

    private static bool IsSeen(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator);

    private static (string Plain, LocalizedText Name)? Find(Rune rune)
    {
        if (Single.TryGetValue(rune.Value, out var known))
            return known;
        if (rune.Value is >= FirstFullWidth and <= LastFullWidth)
        {
            var plain = (char)(rune.Value - FullWidthShift);
            var kind = char.IsAsciiLetter(plain) ? ("letter", "字母") : char.IsAsciiDigit(plain) ? ("digit", "数字") : Signs.GetValueOrDefault(plain, ("character", "字符"));
            return (plain.ToString(), ($"a full-width {kind.En}", $"全角{kind.Zh}"));
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.SpaceSeparator when rune.Value != ' ' => (" ", ("another kind of space", "另一种空格")),
            UnicodeCategory.DashPunctuation when rune.Value != '-' => ("-", ("another kind of dash", "另一种横线")),
            UnicodeCategory.Format => ("", ("a character that does not show", "不可见字符")),
            _ => null,
        };
    }
}
