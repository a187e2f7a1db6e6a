// expect: wrong verdict=violation check=waits line=16,17
using System.Diagnostics;
using ExerciseKit.Multiprocessing;

public static class BoundedQueue
{
    private const int OneTooMany = 0;

    public static QueueReport Run(int capacity, int waitSeconds)
    {
        var patience = TimeSpan.FromSeconds(waitSeconds);
        var queue = new ProcessQueue<int>(capacity);
        for (var i = 1; i <= capacity; i++)
            queue.Put(i);

        var watch = Stopwatch.StartNew();
        var overflowTaken = queue.TryPut(OneTooMany, TimeSpan.FromMilliseconds(1));
        var timedOverflowTaken = queue.TryPut(OneTooMany, patience);
        var overflowWait = watch.Elapsed;

        var drained = new int[capacity];
        for (var i = 0; i < capacity; i++)
            drained[i] = queue.Get();

        var underflowGot = queue.TryGet(out _);
        watch.Restart();
        var timedUnderflowGot = queue.TryGet(out _, patience);
        var underflowWait = watch.Elapsed;

        return new QueueReport(drained, overflowTaken, timedOverflowTaken, overflowWait, underflowGot, timedUnderflowGot, underflowWait);
    }
}
