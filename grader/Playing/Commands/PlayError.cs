using ExerciseKit.Contract;

namespace ExerciseKit.Playing.Commands;

/// <summary>Why a line was not done.</summary>
/// <param name="Code">In a word, for programs.</param>
/// <param name="Message">What failed, with which value, and what to do next.</param>
public sealed record PlayError(string Code, LocalizedText Message);
