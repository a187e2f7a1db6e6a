using ExerciseKit.Multiprocessing;

public static class SharedCounter
{
    public static int Run(int workers)
    {
        var gate = new ProcessReentrantLock();
        var counter = new SharedDictionary<int, long>();
        var children = new ChildProcess[workers];
        for (var i = workers - 1; i >= 0; i--)
            children[i] = ChildProcess.Create(Work, counter, gate);
        using (gate.EnterScope())
            counter[0] = workers;
        Array.ForEach(children, child => child.Start());
        Array.ForEach(children, child => child.Join());
        using (gate.EnterScope())
            return (int)counter[0];
    }

    private static void Work(SharedDictionary<int, long> counter, ProcessReentrantLock gate)
    {
        while (!gate.TryAcquire(TimeSpan.FromMilliseconds(100)))
            Console.WriteLine("(busy)");
        if (counter.TryGetValue(0, out var left))
            counter[0] = left - 1;
        gate.Release();
    }
}
