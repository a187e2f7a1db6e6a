using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace ExerciseKit.Exploration.Observers;

/// <summary>The expressions of line patterns, each made once: that takes longer than all of its matches in most searches.</summary>
internal static class LineExpressions
{
    /// <summary>More than a course has; so many are kept at once.</summary>
    private const int Kept = 4_000;

    private static readonly ConcurrentDictionary<string, Regex> Made = [];

    /// <summary>The expression of a text.</summary>
    public static Regex Of(string text)
    {
        if (Made.Count > Kept)
            Made.Clear();
        // Without going back, which takes ten times as long to make: in a line made for it, each further placeholder for any text would multiply the time by the line's length.
        return Made.GetOrAdd(text, static t => new Regex(t, RegexOptions.CultureInvariant | (HasTwo(t) ? RegexOptions.NonBacktracking : RegexOptions.None)));
    }

    private static bool HasTwo(string text) => text.IndexOf(LinePattern.AnyText, StringComparison.Ordinal) != text.LastIndexOf(LinePattern.AnyText, StringComparison.Ordinal);
}
