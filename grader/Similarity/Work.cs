namespace ExerciseKit.Similarity;

/// <summary>What one student handed in for one exercise.</summary>
/// <param name="Student">Who.</param>
/// <param name="Exercise">The exercise's id.</param>
/// <param name="Files">The sources, by name.</param>
public sealed record Work(string Student, string Exercise, IReadOnlyList<(string Name, string Text)> Files);

/// <summary>Two works that are alike. A place to look, never a verdict: there are few ways to write a short program.</summary>
/// <param name="One">The one.</param>
/// <param name="Other">The other.</param>
/// <param name="Likeness">How much of the smaller is found in the larger and in few others, from 0 to 1.</param>
/// <param name="Shared">How many passages they share that the stub and most of the class do not have.</param>
/// <param name="LinesOfOne">The lines of the one in which these stand, by file.</param>
/// <param name="LinesOfOther">The same of the other.</param>
public sealed record SimilarPair(Work One, Work Other, double Likeness, int Shared, IReadOnlySet<(string File, int Line)> LinesOfOne, IReadOnlySet<(string File, int Line)> LinesOfOther);
