using ExerciseKit.Classes.Results;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Service.Queue;

/// <summary>What an attempt gave.</summary>
/// <param name="Kit">The kit's fingerprint.</param>
/// <param name="GradedAs">All that it is a function of, as a hash.</param>
/// <param name="Record">What gradebooks need.</param>
/// <param name="Result">All of it; null where the hand-in could not be read.</param>
internal sealed record GradedHandIn(string Kit, string GradedAs, HandInRecord Record, GradeResult? Result);
