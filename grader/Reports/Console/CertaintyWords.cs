using ExerciseKit.Contract.Results;

namespace ExerciseKit.Reports.Console;

/// <summary>What a check's outcome rests on, in words.</summary>
internal static class CertaintyWords
{
    public static string Of(CheckResult check) => (check.Certainty, check.Status) switch
    {
        (Certainty.None, _) => "",
        (Certainty.Proved, CheckStatus.Passed) => $"proved: every interleaving, {Searched(check)}{Bound(check)}",
        (Certainty.Proved, _) => $"by search: {Searched(check)}{Bound(check)}",
        (_, CheckStatus.Passed) => $"sampled: {Count(check.SampledRuns, "run")}{Bound(check)}",
        _ => $"by sampling: {Count(check.SampledRuns, "run")}{Bound(check)}",
    };

    private static string Searched(CheckResult check) => $"{Count(check.States, "state")}, {Count(check.RealRuns, "real run")}";

    private static string Bound(CheckResult check) => check.Bound is { } bound ? $"; {Plain.Line(bound)}" : "";

    private static string Count(long number, string noun) => number == 1 ? $"1 {noun}" : $"{number:N0} {noun}s";
}
