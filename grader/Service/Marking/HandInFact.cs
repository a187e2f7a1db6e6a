using ExerciseKit.Classes.Results;
using ExerciseKit.Service.Data.Rows;

namespace ExerciseKit.Service.Marking;

/// <summary>What marks need to know of a hand-in.</summary>
/// <param name="Id">Its id.</param>
/// <param name="PersonId">Whose it is.</param>
/// <param name="Exercises">The exercises that it is for.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="FileName">What its file was called.</param>
/// <param name="Sha256">SHA-256 of its file.</param>
/// <param name="Way">How it came.</param>
/// <param name="State">How far it is; of a regrading nothing is said here.</param>
/// <param name="Record">What grading it gave; null while that is not known.</param>
internal sealed record HandInFact(
    Guid Id,
    string PersonId,
    IReadOnlyList<string> Exercises,
    DateTimeOffset ReceivedAt,
    string FileName,
    string Sha256,
    HandInWay Way,
    GradingState State,
    HandInRecord? Record)
{
    /// <summary>Whether it uses up one of a day's attempts: not where the grader failed, and not where it was never graded.</summary>
    public bool IsCharged => State is not (GradingState.Cancelled or GradingState.GraderFailed);

    /// <summary>Whether it is still to come to a result.</summary>
    public bool IsOpen => State is GradingState.Waiting or GradingState.Grading;

    /// <summary>Whether there are points.</summary>
    public bool HasScore => Record is { Fault: null };

    /// <summary>Its points in an exercise.</summary>
    public int ScoreOf(string exercise) => Record?.Exercises.FirstOrDefault(e => e.Id == exercise)?.Score ?? 0;
}
