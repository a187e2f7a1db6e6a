// expect: wrong verdict=violation check=in-order line=10,11
using System.Diagnostics;
using ExerciseKit.Multiprocessing;

public static class BoundedQueue
{
    public static QueueReport Run(int capacity, int waitSeconds)
    {
        var wait = TimeSpan.FromSeconds(waitSeconds);
        Thread.Sleep(2 * wait);
        return new QueueReport([.. Enumerable.Range(1, capacity)], false, false, wait, false, false, wait);
    }
}
