using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;

namespace ExerciseKit.Exploration.Search;

/// <summary>What is explored, and how.</summary>
/// <param name="Scenario">What is run.</param>
/// <param name="Tier">Under which time.</param>
/// <param name="Chance">Under which value of chance, from 0; as <see cref="Behaviour.ChanceValues"/> counts them.</param>
public sealed record Setting(Scenario Scenario, Tier Tier, int Chance = 0);
