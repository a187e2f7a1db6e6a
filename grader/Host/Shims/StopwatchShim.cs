using System.Diagnostics;

namespace ExerciseKit.Host.Shims;

/// <summary>A stopwatch on the run's clock, of the shape of the framework's.</summary>
[StandsFor(typeof(Stopwatch), Wholly = true)]
public class StopwatchShim
{
    public static readonly long Frequency = TimeSpan.TicksPerSecond;
    public static readonly bool IsHighResolution = true;

    private TimeSpan measured;
    private TimeSpan startedAt;

    public bool IsRunning { get; private set; }

    public TimeSpan Elapsed => IsRunning ? measured + RunClock.Measure() - startedAt : measured;

    public long ElapsedMilliseconds => Elapsed.Ticks / TimeSpan.TicksPerMillisecond;

    public long ElapsedTicks => Elapsed.Ticks;

    public static StopwatchShim StartNew()
    {
        var watch = new StopwatchShim();
        watch.Start();
        return watch;
    }

    public static long GetTimestamp() => RunClock.Uptime().Ticks;

    public static TimeSpan GetElapsedTime(long startingTimestamp) => GetElapsedTime(startingTimestamp, GetTimestamp());

    public static TimeSpan GetElapsedTime(long startingTimestamp, long endingTimestamp) => new(endingTimestamp - startingTimestamp);

    public void Start()
    {
        if (IsRunning)
            return;
        startedAt = RunClock.Measure();
        IsRunning = true;
    }

    public void Stop()
    {
        measured = Elapsed;
        IsRunning = false;
    }

    public void Reset()
    {
        measured = TimeSpan.Zero;
        IsRunning = false;
    }

    public void Restart()
    {
        Reset();
        Start();
    }

    public override string ToString() => Elapsed.ToString();
}
