using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Preparation.Policy;

/// <summary>Reads the lines of an allow-list; <c>allow-list.txt</c> says what they look like.</summary>
internal static class AllowListText
{
    private const string Arrow = " -> ";

    /// <exception cref="GraderFaultException">A line can't be read.</exception>
    public static IEnumerable<KeyValuePair<string, Ruling>> Parse(IEnumerable<string> lines, string source)
    {
        var number = 0;
        foreach (var raw in lines)
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || line.StartsWith('#'))
                continue;
            foreach (var rule in ParseRule(line, $"{source}, line {number}"))
                yield return rule;
        }
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

    private static IEnumerable<KeyValuePair<string, Ruling>> ParseRule(string line, string place)
    {
        if (line.StartsWith("allow ", StringComparison.Ordinal))
            return Rules(line["allow ".Length..].Trim(), Ruling.Allowed);
        var arrow = line.IndexOf(Arrow, StringComparison.Ordinal);
        if (!line.StartsWith("refuse ", StringComparison.Ordinal) || arrow < 0)
            throw new GraderFaultException($"{place}: '{line}' is no rule. Write 'allow <pattern>' or 'refuse <pattern>{Arrow}<what to use instead>'.");
        return Rules(line["refuse ".Length..arrow].Trim(), Ruling.Refused(line[(arrow + Arrow.Length)..].Trim()));
    }

    private static IEnumerable<KeyValuePair<string, Ruling>> Rules(string pattern, Ruling ruling) =>
        Keys(pattern).Select(key => KeyValuePair.Create(key, ruling));
}
