using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Kernel;

namespace ExerciseKit.Grading.Checking;

/// <summary>Finds the line that was meant, where a line that the task wants was printed slightly otherwise.</summary>
internal static class NearMiss
{
    /// <summary>Words to add to a message; null where nothing was nearly right.</summary>
    public static string? Tell(Trace trace, Property property)
    {
        var printed = trace.Steps.SelectMany(s => s.Events).OfType<LinePrinted>().Where(l => l.Stream == ConsoleStream.Out).Select(l => l.Line).Distinct().ToList();
        foreach (var pattern in property.Lines)
        {
            if (printed.Exists(pattern.MatchesLine))
                continue;
            var nearest = printed.Where(line => IsNear(pattern, line)).OrderBy(line => line, StringComparer.Ordinal).FirstOrDefault();
            if (nearest is not null)
                return $"Expected was a line like '{pattern.Template}'; printed was '{nearest}'.";
        }

        return null;
    }

    /// <summary>Near: the same words but for case, spaces and punctuation.</summary>
    private static bool IsNear(LinePattern pattern, string line)
    {
        var wanted = Words(pattern.Template).Where(w => !w.StartsWith('{')).ToList();
        var said = Words(line);
        return wanted.Count > 0 && wanted.Count(said.Contains) * 3 >= wanted.Count * 2;
    }

    private static List<string> Words(string text) =>
        [.. text.ToLowerInvariant().Split([' ', '\t', ',', '.', '!', ':', ';', '-', '\''], StringSplitOptions.RemoveEmptyEntries)];
}
