using ExerciseKit.Multiprocessing;

public static class Gate
{
    // Stricter than need be: the next group is admitted when the last one is inside. Tickets are a semaphore's permits.
    public static void Run(int visitors, int[] admissions)
    {
        var tickets = new ProcessSemaphore(0);
        var inside = new SharedValue<int>(0);
        var change = new ProcessCondition(new ProcessLock());
        var children = Enumerable.Range(1, visitors).Select(i => ChildProcess.Create(Visit, i, tickets, inside, change)).ToArray();
        foreach (var child in children)
            child.Start();
        var admitted = 0;
        foreach (var n in admissions)
        {
            using var scope = change.EnterScope();
            Console.WriteLine($"doorkeeper admits {n}");
            for (var i = 0; i < n; i++)
                tickets.Release();
            admitted += n;
            change.NotifyAll();
            while (inside.Value < admitted)
                change.Wait();
        }
    }

    private static void Visit(int i, ProcessSemaphore tickets, SharedValue<int> inside, ProcessCondition change)
    {
        using (change.EnterScope())
        {
            while (!tickets.TryAcquire())
                change.Wait();
            Console.WriteLine($"visitor {i} enters");
            inside.Value++;
            change.NotifyAll();
        }
    }
}
