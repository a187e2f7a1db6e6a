using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Search;

namespace ExerciseKit.Tests.Exploring;

/// <summary>What exploring a program came to, and what it cost.</summary>
/// <param name="RealRuns">Real runs of one process each, from knowing nothing.</param>
/// <param name="Elapsed">The search with its real runs, hosts that had to be started included; without compiling.</param>
internal sealed record Explored(Scenario Scenario, Tier Tier, SearchOutcome Outcome, int RealRuns, TimeSpan Elapsed)
{
    /// <summary>What had to be taken for granted; null where nothing had.</summary>
    public string? Bound { get; init; }

    /// <summary>How it came out, as a result would say; null when the budget ended first.</summary>
    public Verdict? Verdict => Outcome switch
    {
        Covered => ExerciseKit.Contract.Results.Verdict.Passed,
        Broken { Finding: not null } => ExerciseKit.Contract.Results.Verdict.Violation,
        Broken { Trace.Fault: { } fault } => fault.Verdict,
        _ => null,
    };
}
