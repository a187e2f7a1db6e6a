using ExerciseKit.Contract.Results;

namespace ExerciseKit.Reports.Console;

/// <summary>What a check's outcome rests on, in words. Which inputs were drawn is in the JSON: a list of them is longer than all else that is said of a check.</summary>
internal static class CertaintyWords
{
    /// <param name="check">The check.</param>
    /// <param name="note">The sign of the note that tells its proof's bound; empty where it has none.</param>
    public static string Of(CheckResult check, string note = "") => (check.Certainty, check.Status) switch
    {
        (Certainty.None, _) => "",
        (Certainty.Proved, CheckStatus.Passed) => $"proved{note}: every interleaving{Inputs(check.Scenario)}, {Count(check.States, "state")}{Larger(check)}",
        (Certainty.Proved, _) => $"by search{Within(check)}: {Searched(check)}",
        (_, CheckStatus.Passed) when check.States > 0 => $"sampled: {Plain.Line(check.Bound ?? "")}: {Searched(check)}{Larger(check)}",
        (_, CheckStatus.Passed) => $"sampled: {Count(check.SampledRuns, "run")}{After(check)}",
        (_, CheckStatus.Failed) when check.SampledRuns == 0 => $"by search{Within(check)}: {Searched(check)}",
        _ => $"by sampling: {Count(check.SampledRuns, "run")}{After(check)}",
    };

    private static string Searched(CheckResult check) => $"{Count(check.States, "state")}, {Count(check.RealRuns, "real run")}";

    private static string Larger(CheckResult check) => check.SampledRuns == 0 ? "" : $"; {Count(check.SampledRuns, "run")}{(check.Larger is null ? "" : " of a larger one")} sampled";

    // A scenario names its inputs one after another.
    private static string Inputs(string? scenario) => scenario?.Split("; ").Length is > 1 and var count ? $" of {count} inputs" : "";

    // A proof's bound is what it holds within; a sample's is how much it says.
    private static string Within(CheckResult check) => check.Bound is { } bound ? $" {Plain.Line(bound)}" : "";

    private static string After(CheckResult check) => check.Bound is { } bound ? $"; {Plain.Line(bound)}" : "";

    private static string Count(long number, string noun) => number == 1 ? $"1 {noun}" : $"{number:N0} {noun}s";
}
