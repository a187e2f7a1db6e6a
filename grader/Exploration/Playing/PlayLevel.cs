namespace ExerciseKit.Exploration.Playing;

/// <summary>The states that so many choices are needed for at least.</summary>
/// <param name="Level">How many choices.</param>
/// <param name="States">How many states.</param>
/// <param name="Fine">In how many of them the program has ended, and nothing is wrong.</param>
/// <param name="Broken">In how many something is broken, by a property or by itself.</param>
/// <param name="Deadlocks">In how many nobody can go on.</param>
/// <param name="Ahead">How many can still be come to from where the player is; null where that is not known.</param>
public sealed record PlayLevel(int Level, int States, int Fine, int Broken, int Deadlocks, int? Ahead);
