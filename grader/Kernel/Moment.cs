namespace ExerciseKit.Kernel;

/// <summary>Moments of virtual time.</summary>
internal static class Moment
{
    /// <summary>The moment that much later; the end of time where there is none, since students do say <see cref="TimeSpan.MaxValue"/>.</summary>
    public static TimeSpan After(TimeSpan moment, TimeSpan wait) => wait > TimeSpan.MaxValue - moment ? TimeSpan.MaxValue : moment + wait;
}
