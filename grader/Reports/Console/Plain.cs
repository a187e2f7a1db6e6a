using System.Globalization;
using System.Text;

namespace ExerciseKit.Reports.Console;

/// <summary>Makes text from a hand-in harmless: what it printed must not move the cursor or colour the report.</summary>
public static class Plain
{
    private const char Replacement = '\uFFFD';

    /// <summary>One line: line ends and tabs become blanks.</summary>
    public static string Line(string text) => string.Join(' ', Lines(text));

    /// <summary>The lines, without the empty one after a final line end.</summary>
    public static string[] Lines(string text) =>
        [.. text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(Visible)];

    private static string Visible(string line)
    {
        var visible = new StringBuilder(line.Length);
        foreach (var rune in line.EnumerateRunes())
        {
            if (rune.Value == '\t')
                visible.Append("    ");
            else if (IsHarmless(rune))
                visible.Append(rune);
            else
                visible.Append(Replacement);
        }

        return visible.ToString();
    }

    // Format characters (bidirectional overrides, zero-width ones) reorder or hide what stands beside them; what is no character has no width.
    private static bool IsHarmless(Rune rune) =>
        !Rune.IsControl(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned);
}
