using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Host.Shims;

/// <summary>Sleeping is an operation.</summary>
[StandsFor(typeof(Thread))]
public static class ThreadShim
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    public static void Sleep(int millisecondsTimeout) => Sleep(TimeSpan.FromMilliseconds(millisecondsTimeout));

    public static void Sleep(TimeSpan timeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(timeout, Timeout.InfiniteTimeSpan);
        while (timeout == Timeout.InfiniteTimeSpan)
            Request.Done(new Sleep(Year));
        ArgumentOutOfRangeException.ThrowIfLessThan(timeout, TimeSpan.Zero);
        Request.Done(new Sleep(timeout));
    }
}
