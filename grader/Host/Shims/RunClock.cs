using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Host.Shims;

/// <summary>The clocks of the machine that the run gives its processes. Every reading is an operation.</summary>
internal static class RunClock
{
    /// <summary>Since the machine was started.</summary>
    public static TimeSpan Uptime() => new(Read(new ReadClock()).UptimeTicks);

    /// <summary>The same, of which nothing but differences are given to the program.</summary>
    public static TimeSpan Measure() => new(Read(new ReadClock { Measures = true }).UptimeTicks);

    public static DateTime UtcNow() => UtcOf(Read(new ReadClock()));

    public static DateTime Now() => Read(new ReadClock()) is var reading ? DateTime.SpecifyKind(UtcOf(reading).AddMinutes(reading.ZoneMinutes), DateTimeKind.Local) : default;

    public static DateTimeOffset NowWithOffset() =>
        Read(new ReadClock()) is var reading ? new DateTimeOffset(UtcOf(reading)).ToOffset(TimeSpan.FromMinutes(reading.ZoneMinutes)) : default;

    private static DateTime UtcOf(ClockReading reading) => new(reading.UtcTicks, DateTimeKind.Utc);

    private static ClockReading Read(ReadClock operation)
    {
        var reading = Request.Session.Perform<ClockReading>(operation);
        LocalZone.Set(reading.ZoneMinutes);
        return reading;
    }
}
