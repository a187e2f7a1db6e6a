using ExerciseKit.Classes.HandIns;
using ExerciseKit.Classes.Results;
using ExerciseKit.Grading.Reading;

namespace ExerciseKit.Classes;

/// <summary>A hand-in, read but not graded.</summary>
/// <param name="HandIn">The hand-in.</param>
/// <param name="Reading">What stands in it; null where it can't be read.</param>
/// <param name="Record">What can be told of it already.</param>
public sealed record ReadHandIn(HandIn HandIn, HandInReading? Reading, HandInRecord Record)
{
    /// <summary>All that its record and result are made of, as a hash.</summary>
    public string? GradedAs => Record.GradedAs;
}
