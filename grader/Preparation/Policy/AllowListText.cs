using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Preparation.Policy;

/// <summary>Reads the lines of an allow-list; <c>allow-list.txt</c> says what they look like.</summary>
internal static class AllowListText
{
    private const string Arrow = " -> ";

    private const string Chinese = "zh ";

    /// <exception cref="GraderFaultException">A line can't be read.</exception>
    public static IEnumerable<KeyValuePair<string, Ruling>> Parse(IEnumerable<string> lines, string source)
    {
        var numbered = lines.Select((raw, at) => (Line: raw.Trim(), Place: $"{source}, line {at + 1}")).Where(l => l.Line.Length > 0 && !l.Line.StartsWith('#')).ToList();
        var chinese = numbered.Where(l => l.Line.StartsWith(Chinese, StringComparison.Ordinal)).Select(l => Halves(l.Line[Chinese.Length..], l.Line, l.Place)).ToDictionary(h => h.Before, h => h.After, StringComparer.Ordinal);
        return numbered.Where(l => !l.Line.StartsWith(Chinese, StringComparison.Ordinal)).SelectMany(l => ParseRule(l.Line, l.Place, chinese));
    }

    /// <summary>The keys of a pattern: one for each member it names, or itself.</summary>
    public static IEnumerable<string> Keys(string pattern)
    {
        var cut = pattern.IndexOf("::", StringComparison.Ordinal);
        if (cut < 0)
            return [pattern];
        var type = pattern[..cut];
        // A comma inside parentheses belongs to a signature; such a pattern names one overload only.
        var members = pattern.Contains('(') ? [pattern[(cut + 2)..]] : pattern[(cut + 2)..].Split(',', StringSplitOptions.TrimEntries);
        return members.Select(m => $"{type}::{m}");
    }

    private static IEnumerable<KeyValuePair<string, Ruling>> ParseRule(string line, string place, Dictionary<string, string> chinese)
    {
        if (line.StartsWith("allow ", StringComparison.Ordinal))
            return Rules(line["allow ".Length..].Trim(), Ruling.Allowed);
        if (!line.StartsWith("refuse ", StringComparison.Ordinal))
            throw NoRule(line, place);
        var (pattern, instead) = Halves(line["refuse ".Length..], line, place);
        return Rules(pattern, Ruling.Refused((instead, chinese.GetValueOrDefault(instead, instead))));
    }

    private static (string Before, string After) Halves(string text, string line, string place) =>
        text.IndexOf(Arrow, StringComparison.Ordinal) is >= 0 and var arrow ? (text[..arrow].Trim(), text[(arrow + Arrow.Length)..].Trim()) : throw NoRule(line, place);

    private static GraderFaultException NoRule(string line, string place) =>
        new($"{place}: '{line}' is no rule. Write 'allow <pattern>' or 'refuse <pattern>{Arrow}<what to use instead>'.");

    private static IEnumerable<KeyValuePair<string, Ruling>> Rules(string pattern, Ruling ruling) =>
        Keys(pattern).Select(key => KeyValuePair.Create(key, ruling));
}
