using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Traces;

namespace ExerciseKit.Grading.Checking;

/// <summary>The words for a broken property.</summary>
/// <param name="checks">All of the exercise's: a line that one of them asks for is no near miss of what another does.</param>
internal sealed class Sentences(IReadOnlyList<Check> checks)
{
    private readonly NearMiss nearMiss = new([.. checks.SelectMany(c => c.All).SelectMany(c => c.Properties).SelectMany(p => p.Lines).Distinct()]);

    /// <summary>What was expected, what was found, and the near miss where there is one.</summary>
    public string Of(Property property, string finding, Trace trace)
    {
        var sentence = $"Expected: {property.Statement}. Found: {finding}.";
        return nearMiss.Tell(trace, property) is { } near ? $"{sentence} {near}" : sentence;
    }
}
