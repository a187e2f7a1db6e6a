namespace ExerciseKit.Tests.Exploration.Oracle;

/// <summary>What can be wrong with a schedule, by name.</summary>
internal static class Wrong
{
    public const string Deadlock = "deadlock";
    public const string Leak = "leak";
    public const string Crash = "crash";
    public const string Limit = "limit";

    /// <summary>The claim of this number is broken.</summary>
    public static string Claim(int number) => $"claim {number}";
}
