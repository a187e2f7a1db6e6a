namespace ExerciseKit.Classes.HandIns;

/// <summary>Who hands in, as the system that the hand-ins come from knows them.</summary>
/// <param name="Id">What tells this student from every other: the number or name in that system.</param>
/// <param name="Name">The name as people write it; the id where there is none.</param>
/// <param name="Email">The address; null where it is not known.</param>
public sealed record Student(string Id, string Name, string? Email = null);
