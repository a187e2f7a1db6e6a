namespace ExerciseKit.Classes.Policy;

/// <summary>What counts of an exercise that was handed in.</summary>
/// <param name="Score">The points that the checks gave.</param>
/// <param name="SubmittedAt">When it came; null where nobody knows.</param>
/// <param name="IsMarkedLate">Whether the system that took it calls it late.</param>
public sealed record HandedInPoints(int Score, DateTimeOffset? SubmittedAt, bool IsMarkedLate = false);
