namespace ExerciseKit.Host.Shims;

/// <summary>The time of day is the run's, and so is the time zone.</summary>
[StandsFor(typeof(DateTime))]
public static class DateTimeShim
{
    public static DateTime Now => RunClock.Now();

    public static DateTime UtcNow => RunClock.UtcNow();

    public static DateTime Today => Now.Date;
}
