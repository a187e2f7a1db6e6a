namespace ExerciseKit.Classes.Policy;

/// <summary>Points that a teacher gives in the place of all that the rules make of the checks' points.</summary>
/// <param name="Student">The student's id, name or address.</param>
/// <param name="Exercise">The exercise's id.</param>
/// <param name="Points">The points.</param>
/// <param name="Reason">Why.</param>
public sealed record MarkOverride(string Student, string Exercise, decimal Points, string Reason);
