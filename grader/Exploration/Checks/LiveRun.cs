namespace ExerciseKit.Exploration.Checks;

/// <summary>A larger setting, in which a solution is run with real processes and the real clock.</summary>
/// <param name="Scenario">The setting: tens of processes where that makes sense.</param>
/// <param name="Sleeps">How long the program's sleeps and time-outs take together where they lie one after another.</param>
public sealed record LiveRun(Scenario Scenario, TimeSpan Sleeps);
