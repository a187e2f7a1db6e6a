using ExerciseKit.Contract.Results;

namespace ExerciseKit.Reports.Console;

/// <summary>A verdict, as a sentence begins with it.</summary>
internal static class VerdictWords
{
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Passed => "Passed",
        Verdict.Violation => "Violation",
        Verdict.Deadlock => "Deadlock",
        Verdict.Livelock => "Livelock",
        Verdict.Hang => "Too many rounds of a loop",
        Verdict.Crash => "Crash",
        Verdict.Leak => "Processes left behind",
        Verdict.Limit => "Limit exceeded",
        Verdict.CompileError => "Does not compile",
        Verdict.Policy => "Not allowed here",
        Verdict.Nondeterministic => "Not deterministic",
        Verdict.GraderFault => "The grader failed",
        _ => verdict.ToString(),
    };
}
