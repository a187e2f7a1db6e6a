namespace ExerciseKit.Host.Shims;

/// <summary>The time of day is the run's. Local time is UTC.</summary>
[StandsFor(typeof(DateTime))]
public static class DateTimeShim
{
    public static DateTime Now => DateTime.SpecifyKind(RunClock.UtcNow(), DateTimeKind.Local);

    public static DateTime UtcNow => RunClock.UtcNow();

    public static DateTime Today => Now.Date;
}
