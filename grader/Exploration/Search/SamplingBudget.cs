namespace ExerciseKit.Exploration.Search;

/// <summary>What sampling a scenario in a tier may use. Counts, not seconds, so that a result is the same on every machine.</summary>
/// <param name="MaxSchedules">Schedules to try.</param>
/// <param name="MaxSteps">Choices of one schedule; one that takes more is given up. Default 20,000.</param>
/// <param name="MoreAfterAFault">Once one breaks something, how many more are tried for one that is simpler. Default 200.</param>
/// <param name="MaxStepsInAll">Choices of all of them together. Default 400,000.</param>
/// <param name="MaxRealRuns">Real runs of one process. Default 10,000.</param>
/// <param name="MaxEntries">Agents, objects and pieces of text, each counted once: a bound on memory. Default 1,000,000.</param>
public sealed record SamplingBudget(int MaxSchedules, int MaxSteps = 20_000, int MoreAfterAFault = 200, int MaxStepsInAll = 400_000, int MaxRealRuns = 10_000, long MaxEntries = 1_000_000);
