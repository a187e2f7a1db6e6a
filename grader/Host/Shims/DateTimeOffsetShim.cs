namespace ExerciseKit.Host.Shims;

/// <summary>The time of day is the run's. Local time is UTC.</summary>
[StandsFor(typeof(DateTimeOffset))]
public static class DateTimeOffsetShim
{
    public static DateTimeOffset Now => UtcNow;

    public static DateTimeOffset UtcNow => new(RunClock.UtcNow());
}
