using ExerciseKit.Contract;

namespace ExerciseKit.Preparation;

/// <summary>Several problems of one hand-in, as they are told.</summary>
public static class ProblemLines
{
    private const int MaxToldProblems = 10;

    /// <summary>The first of them, a line each, and how many more there are.</summary>
    public static LocalizedText Of(IEnumerable<LocalizedText> problems)
    {
        var all = problems.ToList();
        var told = LocalizedText.Join(LocalizedText.Same("\n"), all.Take(MaxToldProblems));
        return all.Count > MaxToldProblems ? ($"{told.En}\n… and {all.Count - MaxToldProblems} more.", $"{told.Zh}\n……还有 {all.Count - MaxToldProblems} 处。") : told;
    }
}
