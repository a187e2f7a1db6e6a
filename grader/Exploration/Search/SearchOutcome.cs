using System.Numerics;
using ExerciseKit.Contract;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Sampling;
using ExerciseKit.Exploration.Traces;

namespace ExerciseKit.Exploration.Search;

/// <summary>What a search came to.</summary>
/// <param name="States">Distinct states searched.</param>
public abstract record SearchOutcome(int States);

/// <summary>Every schedule was covered, and none breaks anything.</summary>
/// <param name="Reached">The existential properties that some schedule reaches.</param>
/// <param name="Samples">A few whole schedules, for real runs to confirm.</param>
/// <param name="Interleavings">How many schedules these were; those that differ only in the order of steps that commute with everything, or in how often a round is repeated, count once.</param>
public sealed record Covered(int States, IReadOnlyList<Property> Reached, IReadOnlyList<Trace> Samples, BigInteger Interleavings) : SearchOutcome(States);

/// <summary>A schedule breaks something; none that does has fewer preemptions, where it was found by a search.</summary>
/// <param name="Trace">The schedule and its trace.</param>
/// <param name="Preemptions">How often it takes over from an agent that could have gone on.</param>
/// <param name="Finding">The property that it breaks; null when it is a fault by itself.</param>
public sealed record Broken(int States, Trace Trace, int Preemptions, Finding? Finding) : SearchOutcome(States)
{
    /// <summary>How many schedules were sampled until then; 0 where it was found by a search.</summary>
    public int Schedules { get; init; }
}

/// <summary>Some schedules were tried, and none breaks anything.</summary>
/// <param name="Schedules">How many.</param>
/// <param name="Unfinished">How many of them were given up, since they took too many steps.</param>
/// <param name="Reached">The existential properties that some schedule reaches.</param>
/// <param name="Guarantee">How likely it was to find a fault.</param>
/// <param name="Sample">One of them, for a real run to confirm.</param>
public sealed record Sampled(int Schedules, int Unfinished, IReadOnlyList<Property> Reached, PctGuarantee Guarantee, Trace Sample) : SearchOutcome(0);

/// <summary>The budget was used up before every schedule was covered, and nothing was found broken.</summary>
/// <param name="Limit">What was used up, in words.</param>
/// <param name="Reached">The existential properties that some schedule reaches.</param>
public sealed record OutOfBudget(int States, LocalizedText Limit, IReadOnlyList<Property> Reached) : SearchOutcome(States);

/// <summary>Something came to light that the search did not reckon with: it has to begin again.</summary>
internal sealed record Outdated(int States) : SearchOutcome(States);
