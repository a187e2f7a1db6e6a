using ExerciseKit.Classes.Results;

namespace ExerciseKit.Service.Courses;

/// <summary>A hand-in with the result that stands.</summary>
/// <param name="HandInId">The hand-in.</param>
/// <param name="PersonId">Whose.</param>
/// <param name="Exercises">For which exercises.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="ResultId">The result.</param>
/// <param name="Record">What that gave.</param>
internal sealed record StandingHandIn(Guid HandInId, string PersonId, IReadOnlyList<string> Exercises, DateTimeOffset ReceivedAt, Guid ResultId, HandInRecord Record);
