namespace ExerciseKit.Exercises;

/// <summary>A text for students, in each language that the kit speaks.</summary>
/// <param name="En">English.</param>
/// <param name="Zh">Simplified Chinese.</param>
public sealed record LocalizedText(string En, string Zh);
