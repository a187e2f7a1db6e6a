using System.Diagnostics;
using ExerciseKit.Multiprocessing;

public static class BoundedQueue
{
    public static QueueReport Run(int capacity, int waitSeconds)
    {
        // A journal in a queue of its own, with room for a line an item.
        var journal = new ProcessQueue<string>(capacity);
        journal.Put("begin");
        var queue = new ProcessQueue<long>(capacity);
        for (long i = 1; i <= capacity; i++)
            queue.Put(i);
        Console.WriteLine($"{queue.Count} items are in, {journal.Get()}");

        var patience = new TimeSpan(0, 0, waitSeconds);
        var (overflow, timedOverflow) = (queue.TryPut(0), Timed(() => queue.TryPut(0, patience)));
        var drained = new List<int>();
        while (drained.Count < capacity)
            drained.Add((int)queue.Get());
        var (underflow, timedUnderflow) = (queue.TryGet(out _), Timed(() => queue.TryGet(out _, patience)));

        File.WriteAllLines("log.txt", drained.Select(item => $"got {item}"));
        Console.WriteLine("done");
        return new QueueReport([.. drained], overflow, timedOverflow.Worked, timedOverflow.Took, underflow, timedUnderflow.Worked, timedUnderflow.Took);
    }

    private static (bool Worked, TimeSpan Took) Timed(Func<bool> attempt)
    {
        var watch = Stopwatch.StartNew();
        var worked = attempt();
        return (worked, watch.Elapsed);
    }
}
