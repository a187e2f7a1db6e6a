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
    private static string Placed(string finding, Trace trace)
    {
        var exit = trace.Steps.SelectMany(s => s.Events).OfType<ProcessLeaving>().FirstOrDefault(l => l.Agent == Names.Root && l.End.Ending == Ending.Exited && l.Site.IsKnown);
        return exit is null ? finding : finding.Replace(ProgramEnd.CutOffBy(exit.End), $"{ProgramEnd.CutOffBy(exit.End)} at {exit.Site}", StringComparison.Ordinal);
    }

    /// <summary>What was expected, what was found, and the near miss where there is one.</summary>
    public string Of(Property property, string finding, Trace trace)
    {
        var sentence = $"Expected: {property.Statement}. Found: {Placed(finding, trace)}.";
        return nearMiss.Tell(trace, property) is { } near ? $"{sentence} {near}" : sentence;
    }
}
