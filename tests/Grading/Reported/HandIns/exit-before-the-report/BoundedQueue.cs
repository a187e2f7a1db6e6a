using ExerciseKit.Multiprocessing;

public static class BoundedQueue
{
    public static QueueReport Run(int capacity, int waitSeconds)
    {
        var queue = new ProcessQueue<int>(capacity);
        queue.Put(1);
        Environment.Exit(3);
        return null!;
    }
}
