using ExerciseKit.Classes.Policy;
using ExerciseKit.Service.Data.Rows;

namespace ExerciseKit.Service.Marking;

/// <summary>How a student stands: nothing of it is stored.</summary>
/// <param name="Person">The student.</param>
/// <param name="Mark">The mark, with its reasons.</param>
/// <param name="Max">The points that could be reached.</param>
/// <param name="Exercises">Each exercise of the course, in order.</param>
internal sealed record Standing(PersonRow Person, Mark Mark, decimal Max, IReadOnlyList<ExerciseStanding> Exercises);

/// <summary>How a student stands in an exercise.</summary>
/// <param name="Id">The exercise.</param>
/// <param name="Due">When it is due for this student; null for whenever.</param>
/// <param name="HandIns">What was handed in for it, the newest first.</param>
/// <param name="Counting">The one that counts; null where none does yet.</param>
/// <param name="Points">Its part of the mark.</param>
/// <param name="Max">The points that could be reached.</param>
/// <param name="AttemptsLeft">How many hand-ins of today still count; null where all do.</param>
internal sealed record ExerciseStanding(string Id, DateTimeOffset? Due, IReadOnlyList<HandInFact> HandIns, HandInFact? Counting, decimal Points, decimal Max, int? AttemptsLeft);
