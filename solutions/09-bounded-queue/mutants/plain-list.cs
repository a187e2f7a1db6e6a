// expect: wrong verdict=violation check=in-order line=9,11,16
using System.Diagnostics;
using ExerciseKit.Multiprocessing;

public static class BoundedQueue
{
    public static QueueReport Run(int capacity, int waitSeconds)
    {
        var items = new Queue<int>(capacity);
        for (var i = 1; i <= capacity; i++)
            items.Enqueue(i);
        var full = items.Count == capacity;
        var watch = Stopwatch.StartNew();
        Thread.Sleep(TimeSpan.FromSeconds(waitSeconds));
        var wait = watch.Elapsed;
        var drained = items.ToArray();
        items.Clear();
        watch.Restart();
        Thread.Sleep(TimeSpan.FromSeconds(waitSeconds));
        return new QueueReport(drained, !full, !full, wait, items.Count > 0, items.Count > 0, watch.Elapsed);
    }
}
