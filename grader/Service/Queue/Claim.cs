using ExerciseKit.Service.Data.Rows;

namespace ExerciseKit.Service.Queue;

/// <summary>A grading that a worker has, until its lease ends.</summary>
/// <param name="GradingId">The grading.</param>
/// <param name="Attempt">The how many-th attempt this is; what it gives is taken only while it is the last one.</param>
/// <param name="Reason">Why it is graded.</param>
/// <param name="HandIn">The hand-in.</param>
/// <param name="Content">Its file.</param>
internal sealed record Claim(Guid GradingId, int Attempt, GradingReason Reason, HandInRow HandIn, byte[] Content);
