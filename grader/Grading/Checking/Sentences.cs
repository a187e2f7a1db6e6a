using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Traces;

namespace ExerciseKit.Grading.Checking;

/// <summary>The words for a broken property.</summary>
internal static class Sentences
{
    /// <summary>What was expected, what was found, and the near miss where there is one.</summary>
    public static string Of(Property property, string finding, Trace trace)
    {
        var sentence = $"Expected: {property.Statement}. Found: {finding}.";
        return NearMiss.Tell(trace, property) is { } near ? $"{sentence} {near}" : sentence;
    }
}
