using ExerciseKit.Contract.Results;

namespace ExerciseKit.Reports.Console;

/// <summary>What a check's outcome rests on, in words.</summary>
internal static class CertaintyWords
{
    public static string Of(CheckResult check) => (check.Certainty, check.Status) switch
    {
        (Certainty.None, _) => "",
        (Certainty.Proved, CheckStatus.Passed) => $"proved{Within(check)}: every interleaving{Of(check.Scenario)}: {Searched(check)}{Besides(check)}",
        (Certainty.Proved, _) => $"by search{Within(check)}: {Searched(check)}",
        (_, CheckStatus.Passed) when check.States > 0 => $"sampled: {Plain.Line(check.Bound ?? "")}: {Searched(check)}{Besides(check)}",
        (_, CheckStatus.Passed) => $"sampled: {Count(check.SampledRuns, "run")}{After(check)}",
        (_, CheckStatus.Failed) when check.SampledRuns == 0 => $"by search{Within(check)}: {Searched(check)}",
        _ => $"by sampling: {Count(check.SampledRuns, "run")}{After(check)}",
    };

    private static string Searched(CheckResult check) => $"{Count(check.States, "state")}, {Count(check.RealRuns, "real run")}";

    private static string Besides(CheckResult check) => check.SampledRuns == 0 ? "" : $", {Count(check.SampledRuns, "sampled run")}{Of(check.Larger)}";

    private static string Of(string? scenario) => scenario is null ? "" : $" of {Plain.Line(scenario)}";

    // A proof's bound is what it holds within; a sample's is how much it says.
    private static string Within(CheckResult check) => check.Bound is { } bound ? $" {Plain.Line(bound)}" : "";

    private static string After(CheckResult check) => check.Bound is { } bound ? $"; {Plain.Line(bound)}" : "";

    private static string Count(long number, string noun) => number == 1 ? $"1 {noun}" : $"{number:N0} {noun}s";
}
