using System.Text.Json;
using System.Text.Json.Nodes;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Kernel;

namespace ExerciseKit.Grading.Checking;

/// <summary>Finds the line that was meant, where a line that the task wants was printed slightly otherwise.</summary>
/// <param name="expected">All lines that the exercise's checks speak of.</param>
internal sealed class NearMiss(IReadOnlyList<LinePattern> expected)
{
    /// <summary>Words to add to a message; null where nothing was nearly right.</summary>
    public LocalizedText? Tell(Trace trace, Property property)
    {
        var printed = trace.Steps.SelectMany(s => s.Events).OfType<LinePrinted>().Where(l => l.Stream == ConsoleStream.Out).Select(l => l.Line).Distinct().ToList();
        var unexpected = printed.Where(line => !expected.Any(e => e.MatchesLine(line))).ToList();
        foreach (var pattern in property.Lines)
        {
            if (printed.Exists(pattern.MatchesLine))
                continue;
            var nearest = unexpected.Where(line => IsNear(pattern, line)).OrderBy(line => line, StringComparer.Ordinal).FirstOrDefault();
            if (nearest is not null)
                return Quoted(pattern, nearest);
        }

        return TellLookalike(property, unexpected) ?? TellMisspelt(trace, property, printed);
    }

    private static LocalizedText Quoted(LinePattern pattern, string line)
    {
        var odd = Lookalikes.Tell(line, pattern.Template);
        return (
            $"Expected was a line like '{pattern.Template}'; printed was '{line}'{(odd is null ? "" : $": {odd.En}")}.",
            $"应打印的是“{pattern.Template}”这样的行，实际打印的是“{line}”{(odd is null ? "" : $"：{odd.Zh}")}。");
    }

    /// <summary>A line that would be right but for characters that look like the right ones, where others of its kind were printed as they should be.</summary>
    private static LocalizedText? TellLookalike(Property property, List<string> unexpected)
    {
        foreach (var pattern in property.Lines)
        {
            if (unexpected.Where(line => Lookalikes.Folded(line) is var folded && folded != line && pattern.MatchesLine(folded.Trim())).Order(StringComparer.Ordinal).FirstOrDefault() is { } line)
                return Quoted(pattern, line);
        }

        return null;
    }

    /// <summary>A line of the right form that names something given, such as a user, in other letters: 'Ann is over' for 'ann is over'.</summary>
    private LocalizedText? TellMisspelt(Trace trace, Property property, List<string> printed)
    {
        if (trace.Steps.Count == 0)
            return null;
        var given = Texts(trace.Steps[0].Before.Root.Arguments.Json);
        foreach (var pattern in property.Lines)
        {
            foreach (var line in printed.Where(line => pattern.MatchesLine(line) && !IsAskedForAsItStands(line)).Order(StringComparer.Ordinal))
            {
                var meant = pattern.Respelt(line, said => given.Contains(said) ? null : given.FirstOrDefault(g => g.Equals(said.Trim(), StringComparison.OrdinalIgnoreCase)));
                if (meant is not null)
                    return ($"Expected was the line '{meant}'; printed was '{line}'.", $"应打印的是“{meant}”这一行，实际打印的是“{line}”。");
            }
        }

        return null;
    }

    private bool IsAskedForAsItStands(string line) => expected.Any(e => e.Template == line);

    /// <summary>Near: the same words but for case, spaces and punctuation.</summary>
    private static bool IsNear(LinePattern pattern, string line)
    {
        var wanted = Words(pattern.Template).Where(w => !w.StartsWith('{')).ToList();
        var said = Words(line);
        return wanted.Count > 0 && wanted.Count(said.Contains) * 3 >= wanted.Count * 2;
    }

    private static List<string> Words(string text) =>
        [.. Lookalikes.Folded(text).ToLowerInvariant().Split([' ', ',', '.', '!', '?', ':', ';', '-', '\'', '"', '(', ')'], StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>All texts in a payload, in order.</summary>
    private static List<string> Texts(string json)
    {
        var texts = new List<string>();
        Gather(JsonNode.Parse(json));
        return texts;

        void Gather(JsonNode? node)
        {
            switch (node)
            {
                case JsonArray array:
                    foreach (var item in array)
                        Gather(item);
                    break;
                case JsonObject record:
                    foreach (var (_, value) in record)
                        Gather(value);
                    break;
                case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                    texts.Add(value.GetValue<string>());
                    break;
            }
        }
    }
}
