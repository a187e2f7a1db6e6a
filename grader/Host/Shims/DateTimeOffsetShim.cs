namespace ExerciseKit.Host.Shims;

/// <summary>The time of day is the run's, and so is the time zone.</summary>
[StandsFor(typeof(DateTimeOffset))]
public static class DateTimeOffsetShim
{
    public static DateTimeOffset Now => RunClock.NowWithOffset();

    public static DateTimeOffset UtcNow => new(RunClock.UtcNow());
}
