using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ExerciseKit.Grading.Submissions.Layout;

/// <summary>Names of files that are nearly an exercise's.</summary>
internal static partial class FileNames
{
    public const string Extension = ".cs";

    // An editor that saves as text adds it, and Windows does not show it.
    private const string HiddenText = ".txt";

    /// <summary>Whether a file may be the one looked for under another name: in other case, as a browser names a second download, with somebody's name before or a remark behind.</summary>
    public static bool IsNear(string wanted, string candidate)
    {
        var name = candidate.EndsWith(Extension + HiddenText, StringComparison.OrdinalIgnoreCase) ? candidate[..^HiddenText.Length] : candidate;
        if (!name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
            return false;
        var stem = name[..^Extension.Length].Trim();
        var looked = wanted[..^Extension.Length];
        if (stem.StartsWith(looked, StringComparison.OrdinalIgnoreCase))
            return stem.Length == looked.Length || !IsOfWord(stem[looked.Length]) || Counter().IsMatch(stem[looked.Length..]);
        return stem.EndsWith(looked, StringComparison.OrdinalIgnoreCase) && !IsOfWord(stem[^(looked.Length + 1)]);
    }

    /// <summary>Whether a file's name says that it is a copy of another.</summary>
    public static bool IsCopy(string name) => Copy().IsMatch(name);

    /// <summary>Whether a file is C# source, by its name.</summary>
    public static bool IsSource(string name) => name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a character is seen where it stands, and neither hides nor moves others.</summary>
    public static bool Shows(Rune character) =>
        Rune.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate)
        && character != Rune.ReplacementChar;

    private static bool IsOfWord(char c) => char.IsAsciiLetterOrDigit(c);

    [GeneratedRegex(@"^\d{1,2}$")]
    private static partial Regex Counter();

    [GeneratedRegex(@"(\(\d+\)|[-_ ](copy|kopie|copie|backup|bak|old)( \(\d+\))?|副本( \(\d+\))?|複製)\s*\.cs$|^copy of ", RegexOptions.IgnoreCase)]
    private static partial Regex Copy();
}
