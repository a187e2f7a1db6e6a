namespace ExerciseKit.Grading.Submissions.Trees;

/// <summary>A file of a hand-in that lies elsewhere, or under another name, than it was handed in.</summary>
/// <param name="Name">Its name, as it was handed in.</param>
/// <param name="Path">Where it lies.</param>
public sealed record GatheredFile(string Name, string Path);
