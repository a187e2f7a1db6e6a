using ExerciseKit.Multiprocessing;

namespace Course.Queues;

public static class BoundedQueue
{
    // Puts until the queue refuses, and takes until it refuses: the refusals are the attempts that don't wait.
    public static QueueReport Run(int capacity, int waitSeconds)
    {
        ProcessQueue<Item> queue = new ProcessQueue<Item>(capacity);
        int next = 1;
        while (queue.TryPut(new Item(next)))
        {
            next++;
        }

        (bool taken, TimeSpan overflowWait) = Timed(() => queue.TryPut(new Item(next), new TimeSpan(0, 0, waitSeconds)));
        List<int> drained = new List<int>();
        while (queue.TryGet(out Item? item))
        {
            drained.Add(item.Number);
        }

        (bool got, TimeSpan underflowWait) = Timed(() => queue.TryGet(out Item? _, new TimeSpan(0, 0, waitSeconds)));
        return new QueueReport(drained.ToArray(), next > capacity + 1, taken, overflowWait, drained.Count > capacity, got, underflowWait);
    }

    private static (bool Worked, TimeSpan Wait) Timed(Func<bool> attempt)
    {
        DateTime before = DateTime.UtcNow;
        bool worked = attempt();
        return (worked, DateTime.UtcNow - before);
    }
}

public record Item(int Number);
