using ExerciseKit.Service.Data.Rows;

namespace ExerciseKit.Service.Queue;

/// <summary>A hand-in that was just sent.</summary>
/// <param name="PersonId">Who hands in.</param>
/// <param name="FileName">What the file is called.</param>
/// <param name="Content">What is in it.</param>
/// <param name="Exercises">The ids of the exercises that it is to be graded for.</param>
/// <param name="Way">How it came.</param>
/// <param name="SentAs">What the sender calls it, so that sending it again after a lost answer hands it in once; null for nothing.</param>
internal sealed record NewHandIn(string PersonId, string FileName, byte[] Content, IReadOnlyList<string> Exercises, HandInWay Way, string? SentAs = null);
