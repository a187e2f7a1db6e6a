using ExerciseKit.Contract;

namespace ExerciseKit.Grading.Playing;

/// <summary>What is being done before there is something to play.</summary>
/// <param name="Doing">In words.</param>
public sealed record PlayProgress(LocalizedText Doing);
