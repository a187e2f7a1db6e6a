namespace ExerciseKit.Multiprocessing.Programs;

/// <summary>What can't be seen of a scope from outside.</summary>
/// <remarks>Not for students: the allow-list refuses this namespace.</remarks>
public static class Scopes
{
    /// <summary>What a scope gives back at its end: always the same object for one lock. Null once it has.</summary>
    public static object? HeldBy(LockScope scope) => scope.Held;
}
