using ExerciseKit.Contract;

namespace ExerciseKit.Reports.Formats;

/// <summary>What a format needs beside the result.</summary>
/// <param name="PathOf">The path of a student's file in the repository, by the exercise's id and the file's name; null for one that is not the student's.</param>
/// <param name="Variable">An environment variable's value; null where it is not set.</param>
/// <param name="Now">The time.</param>
public sealed record FormatContext(Func<string, string, string?> PathOf, Func<string, string?> Variable, DateTimeOffset Now)
{
    /// <summary>The language of what people read; names of fields and verdicts are the format's own.</summary>
    public Language Language { get; init; } = Language.English;
}
