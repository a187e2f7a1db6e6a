using System.Diagnostics;

namespace ExerciseKit.Grading;

/// <summary>How long each step of an exercise's grading took, in milliseconds.</summary>
internal sealed class StepTimes
{
    private readonly Dictionary<string, double> milliseconds = [];

    /// <summary>What was measured so far. Another exercise's result may be written meanwhile, with all there is.</summary>
    public IReadOnlyDictionary<string, double> Milliseconds
    {
        get
        {
            lock (milliseconds)
                return new Dictionary<string, double>(milliseconds);
        }
    }

    public T Measure<T>(string step, Func<T> work)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            return work();
        }
        finally
        {
            Add(step, Stopwatch.GetElapsedTime(start));
        }
    }

    public async Task<T> MeasureAsync<T>(string step, Func<Task<T>> work)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            Add(step, Stopwatch.GetElapsedTime(start));
        }
    }

    public void Add(string step, TimeSpan time)
    {
        lock (milliseconds)
            milliseconds[step] = Math.Round(milliseconds.GetValueOrDefault(step) + time.TotalMilliseconds, 1);
    }
}
