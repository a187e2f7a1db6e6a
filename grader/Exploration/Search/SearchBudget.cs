namespace ExerciseKit.Exploration.Search;

/// <summary>What one search may use. Counts, not seconds, so that a result is the same on every machine.</summary>
/// <param name="MaxStates">Distinct states. Default 300,000.</param>
/// <param name="MaxRealRuns">Real runs of one process, from the search's beginning on. Default 5,000.</param>
/// <param name="MaxEntries">Agents, objects and pieces of text, counted anew in each state, and the text that processes carry: a bound on memory. Default 4,000,000.</param>
/// <param name="MaxOperations">Operations in one agent's history. Default 20,000.</param>
/// <param name="SchedulesAfterwards">Schedules that are sampled where one of these has ended it. Default 10,000.</param>
public sealed record SearchBudget(int MaxStates = 300_000, int MaxRealRuns = 5_000, long MaxEntries = 4_000_000, int MaxOperations = 20_000, int SchedulesAfterwards = 10_000);
