using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Reports.Console;

/// <summary>Who waits for whom, a line each; empty where nobody does.</summary>
internal static class WaitLines
{
    public static string Of(CheckResult check, Language language) => check.Cycle is { } cycle ? string.Join('\n', cycle.Select(link => Plain.Line(link.In(language)))) : "";
}
