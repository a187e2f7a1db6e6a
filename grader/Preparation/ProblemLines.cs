namespace ExerciseKit.Preparation;

/// <summary>Several problems of one hand-in, as they are told.</summary>
public static class ProblemLines
{
    private const int MaxToldProblems = 10;

    /// <summary>The first of them, a line each, and how many more there are.</summary>
    public static string Of(IEnumerable<string> problems)
    {
        var all = problems.ToList();
        var told = string.Join('\n', all.Take(MaxToldProblems));
        return all.Count > MaxToldProblems ? $"{told}\n… and {all.Count - MaxToldProblems} more." : told;
    }
}
