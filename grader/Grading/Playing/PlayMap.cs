using ExerciseKit.Contract;

namespace ExerciseKit.Grading.Playing;

/// <summary>The states by how many choices they need, and the way so far.</summary>
/// <param name="Levels">The levels.</param>
/// <param name="Way">The level of each state on the way; null where it is not on the map.</param>
/// <param name="IsWhole">Whether these are all states.</param>
public sealed record PlayMap(EquatableArray<PlayMapLevel> Levels, EquatableArray<int?> Way, bool IsWhole);

/// <summary>A level of the map.</summary>
/// <param name="Level">How many choices its states need at least.</param>
/// <param name="States">How many states.</param>
/// <param name="Fine">In how many the program has ended, and nothing is wrong.</param>
/// <param name="Broken">In how many something is broken.</param>
/// <param name="Deadlocks">In how many nobody can go on.</param>
/// <param name="Ahead">How many can still be come to; null where that is not known.</param>
public sealed record PlayMapLevel(int Level, int States, int Fine, int Broken, int Deadlocks, int? Ahead);
