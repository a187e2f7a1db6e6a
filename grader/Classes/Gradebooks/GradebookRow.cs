using ExerciseKit.Classes.HandIns;
using ExerciseKit.Classes.Results;

namespace ExerciseKit.Classes.Gradebooks;

/// <summary>A line of the gradebook: one hand-in of one student, or a student without any.</summary>
/// <param name="Student">The student.</param>
/// <param name="Record">The hand-in; null where there is none.</param>
/// <param name="Counts">Whether it is the one that counts for this student.</param>
public sealed record GradebookRow(Student Student, HandInRecord? Record, bool Counts)
{
    /// <summary>In one word, how it stands.</summary>
    public string Status => Record switch
    {
        null => "none",
        { Fault: not null } => "grader-failed",
        { Problem: not null } => "broken",
        _ => "graded",
    };

    /// <summary>Whether a mark may be drawn: not where the grader failed.</summary>
    public bool HasScore => Record is not null && Status != "grader-failed";

    /// <summary>Why it stands so, and what is to be said besides.</summary>
    public string Reason { get; init; } = "";
}
