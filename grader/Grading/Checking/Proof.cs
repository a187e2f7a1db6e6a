using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;

namespace ExerciseKit.Grading.Checking;

/// <summary>What searching all schedules of a check's scenarios came to.</summary>
internal abstract record Proof;

/// <summary>It holds, or it does not.</summary>
internal sealed record Decided(CheckResult Result) : Proof;

/// <summary>The budget ended first, and nothing was found: sampling must decide.</summary>
/// <param name="States">The distinct states that were searched.</param>
/// <param name="Limit">What was used up, in words.</param>
/// <param name="Reached">The existential properties that some schedule was found to reach, with the scenario.</param>
internal sealed record Undecided(long States, string Limit, IReadOnlySet<(Scenario Scenario, Property Property)> Reached) : Proof;

/// <summary>The program is not deterministic: nothing can be proved about it, whatever sampling finds.</summary>
/// <param name="Reason">Where that showed, in words for the student.</param>
internal sealed record Unprovable(string Reason) : Proof;
