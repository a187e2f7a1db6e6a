using ExerciseKit.Classes.HandIns;
using ExerciseKit.Classes.Policy;
using ExerciseKit.Classes.Results;

namespace ExerciseKit.Classes.Gradebooks;

/// <summary>A line of the gradebook: one hand-in of one student, or a student without any.</summary>
/// <param name="Student">The student, as the roster has them, else as the system that took the hand-in knows them.</param>
/// <param name="InSystem">The student, as that system knows them; the same where there is no hand-in.</param>
/// <param name="Record">The hand-in; null where there is none.</param>
/// <param name="Counts">Whether it is the one that counts for this student.</param>
public sealed record GradebookRow(Student Student, Student InSystem, HandInRecord? Record, bool Counts)
{
    /// <summary>In one word, how it stands.</summary>
    public string Status => Record switch
    {
        null => "none",
        { Fault: not null } => "grader-failed",
        { Problem: not null } => "broken",
        _ => "graded",
    };

    /// <summary>Whether there are points: not where the grader failed.</summary>
    public bool HasScore => Record is not null && Status != "grader-failed";

    /// <summary>When it came; null where nobody tells.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>What the policy makes of it; null where there is no policy, or nothing to mark.</summary>
    public Mark? Mark { get; init; }

    /// <summary>Why it stands so, and what is to be said besides.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The mark, or the points where no policy makes one of them.</summary>
    public decimal? Points => HasScore ? Mark?.Points ?? Record!.Score : null;

    /// <summary>The points of an exercise; null where there are none.</summary>
    public decimal? PointsOf(string exercise) => !HasScore ? null
        : Mark?.Exercises.FirstOrDefault(e => e.Id == exercise)?.Points ?? Record!.Exercises.FirstOrDefault(e => e.Id == exercise)?.Score;
}
