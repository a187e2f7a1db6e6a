using ExerciseKit.Classes.Results;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Classes.Regrading;

/// <summary>Which hand-ins are graded again.</summary>
/// <param name="OnlyFailed">Only those with a check that did not pass.</param>
/// <param name="Exercise">Only those that hold this exercise; null for any.</param>
/// <param name="Check">Only those that have this check, by its id or as EXERCISE/CHECK; null for any.</param>
public sealed record RegradeChoice(bool OnlyFailed, string? Exercise, string? Check)
{
    /// <summary>Whether a hand-in is among them.</summary>
    public bool Holds(HandInRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var checks = record.Exercises.Where(e => Exercise is null || e.Id == Exercise).SelectMany(e => e.Checks.Where(c => Check is null || c.Id == Check || $"{e.Id}/{c.Id}" == Check)).ToList();
        // What could not be graded may be now: it has no checks to choose by.
        if (record.Exercises.Count == 0)
            return Exercise is null && Check is null;
        return checks.Count > 0 && (!OnlyFailed || checks.Any(c => c.Status != CheckStatus.Passed));
    }
}
