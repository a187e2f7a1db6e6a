using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Kernel;

namespace ExerciseKit.Grading.Checking;

/// <summary>The words for a broken property.</summary>
/// <param name="checks">All of the exercise's: a line that one of them asks for is no near miss of what another does.</param>
internal sealed class Sentences(IReadOnlyList<Check> checks)
{
    private readonly NearMiss nearMiss = new([.. checks.SelectMany(c => c.All).SelectMany(c => c.Properties).SelectMany(p => p.Lines).Distinct()]);

    // Only the trace knows where a process cut itself off.
    private static LocalizedText Placed(LocalizedText finding, Trace trace)
    {
        var exit = trace.Steps.SelectMany(s => s.Events).OfType<ProcessLeaving>().FirstOrDefault(l => l.Agent == Names.Root && l.End.Ending == Ending.Exited && l.Site.IsKnown);
        if (exit is null)
            return finding;
        var how = ProgramEnd.CutOffBy(exit.End);
        return (
            finding.En.Replace(how.En, $"{how.En} at {exit.Site}", StringComparison.Ordinal),
            finding.Zh.Replace(how.Zh, $"在 {exit.Site} {how.Zh}", StringComparison.Ordinal));
    }

    /// <summary>What was expected, what was found, and the near miss where there is one.</summary>
    public LocalizedText Of(Property property, LocalizedText finding, Trace trace)
    {
        var placed = Placed(finding, trace);
        LocalizedText sentence = (
            $"Expected: {property.Statement.En}. Found: {placed.En}.",
            $"要求{ChineseText.Following(property.Statement.Zh)}。实际上，{placed.Zh}。");
        return nearMiss.Tell(trace, property) is { } near ? ($"{sentence.En} {near.En}", $"{sentence.Zh}{near.Zh}") : sentence;
    }
}
