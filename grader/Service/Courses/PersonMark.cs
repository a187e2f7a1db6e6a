using ExerciseKit.Classes.Policy;

namespace ExerciseKit.Service.Courses;

/// <summary>What a student has.</summary>
/// <param name="PersonId">The student.</param>
/// <param name="Mark">The mark, with its reasons.</param>
/// <param name="Counting">The hand-in that counts for each exercise; those without one are not there.</param>
internal sealed record PersonMark(string PersonId, Mark Mark, IReadOnlyDictionary<string, StandingHandIn> Counting);
