namespace ExerciseKit.Exploration.Search;

/// <summary>How far a search is.</summary>
/// <param name="States">The states that it has entered.</param>
/// <param name="Open">How many of them it has yet to go on from.</param>
/// <param name="MaxStates">With how many it ends.</param>
public sealed record SearchProgress(int States, int Open, int MaxStates);
