using ExerciseKit.Contract.Results;

namespace ExerciseKit.Tests.Attacks;

/// <summary>What was observed after an attack.</summary>
/// <param name="Attack">Its name.</param>
/// <param name="Result">What it was given; null where it was refused, or the grader failed.</param>
/// <param name="Refusal">Why it was refused as no hand-in; null where it was not.</param>
/// <param name="Reached">What it reached, read or wrote that it must not.</param>
/// <param name="Left">What was left behind.</param>
/// <param name="GraderFault">How the grader failed; null where it did not.</param>
internal sealed record Aftermath(
    string Attack,
    GradeResult? Result,
    string? Refusal,
    IReadOnlyList<string> Reached,
    IReadOnlyList<string> Left,
    string? GraderFault)
{
    /// <summary>Points are as good as a secret.</summary>
    public bool HasEscaped => Reached.Count > 0 || Result?.Score > 0;
}
