namespace ExerciseKit.Exploration.Playing;

/// <summary>What a chart of the states may use. Counts, not seconds, so that it is the same on every machine.</summary>
/// <param name="MaxStates">Distinct states. Default 1,500,000.</param>
/// <param name="MaxEntries">Agents, objects and pieces of text, counted anew in each state: a bound on memory. Default 24,000,000.</param>
/// <param name="MaxLookedAt">States that are looked at for one that was asked for, where the chart does not know it. Default 400,000.</param>
public sealed record PlayBudget(int MaxStates = 1_500_000, long MaxEntries = 24_000_000, int MaxLookedAt = 400_000);
