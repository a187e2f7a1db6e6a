using ExerciseKit.Contract.Results;
using ExerciseKit.Reports.Console;

namespace ExerciseKit.Reports;

/// <summary>What must be said before a hand-in's code runs.</summary>
public static class Warnings
{
    /// <summary>What the hand-in could do, for want of a wall, to whoever grades it; null where nothing is missing.</summary>
    public static string? Before(SandboxReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var missing = report.NotEnforced.Where(n => n.IsDemanded).ToList();
        return missing.Count == 0
            ? null
            : $"No wall here is complete: {string.Join(", ", missing.Select(m => m.Limit))} not enforced. {Plain.Line(missing[0].Why)} "
                + "Until then the list of what a hand-in may use stands alone between it and what you can read and write; --require-sandbox refuses to grade so.";
    }
}
