// expect: wrong verdict=violation check=in-order line=9,10
using System.Diagnostics;
using ExerciseKit.Multiprocessing;

public static class BoundedQueue
{
    public static QueueReport Run(int capacity, int waitSeconds)
    {
        var q = new ProcessQueue<int>(Math.Min(capacity, 100));
        for (var i = 1; i <= capacity && i <= 100; i++) q.Put(i);
        var patience = TimeSpan.FromSeconds(waitSeconds);
        var o = q.TryPut(capacity + 1);
        var watch = Stopwatch.StartNew();
        var t = q.TryPut(capacity + 1, patience);
        var w1 = watch.Elapsed;
        var d = new List<int>();
        while (q.TryGet(out var i)) d.Add(i);
        var u = q.TryGet(out _);
        watch.Restart();
        var v = q.TryGet(out _, patience);
        return new([.. d], o, t, w1, u, v, watch.Elapsed);
    }
}
