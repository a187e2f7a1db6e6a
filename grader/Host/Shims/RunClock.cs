using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Host.Shims;

/// <summary>The run's time. Every reading is an operation.</summary>
internal static class RunClock
{
    /// <summary>When every run begins: an instant of no meaning, in the future so that nobody takes it for the real time.</summary>
    public static DateTime Start { get; } = new(2030, 1, 1, 8, 0, 0, DateTimeKind.Utc);

    public static TimeSpan SinceStart() => new(Request.Number(new ReadClock()));

    public static DateTime UtcNow() => Start + SinceStart();
}
