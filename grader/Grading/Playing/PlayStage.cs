using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Search;

namespace ExerciseKit.Grading.Playing;

/// <summary>What is played of an exercise: the check and the setting.</summary>
/// <param name="Whole">The check.</param>
/// <param name="Part">Of a check of several members, the one.</param>
/// <param name="Setting">The setting.</param>
/// <param name="Outcome">What the search came to; null where the program does not do the same twice.</param>
/// <param name="Why">How that showed; null where it did not.</param>
internal sealed record PlayStage(Check Whole, Check Part, Setting Setting, SearchOutcome? Outcome, NondeterminismException? Why)
{
    public IReadOnlyList<Property> Properties => PropertiesIn(Part, Setting.Tier);

    /// <summary>Whether there is something to be found: a schedule that breaks it, or none at all that comes to what some must come to.</summary>
    public bool IsBroken => Outcome is Broken || (Outcome is Covered covered && Properties.Any(p => p.IsExistential && !covered.Reached.Contains(p)));

    public static IReadOnlyList<Property> PropertiesIn(Check part, Tier tier) => [.. part.Properties.Where(p => p.Tiers.Contains(tier))];
}
