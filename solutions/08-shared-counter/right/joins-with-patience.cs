using ExerciseKit.Multiprocessing;

public static class SharedCounter
{
    public static int Run(int workers)
    {
        var gate = new ProcessLock();
        var counter = new SharedDictionary<int, long>();
        var children = Enumerable.Range(0, workers).Select(_ => ChildProcess.Create(Work, counter, gate)).ToArray();
        counter[0] = workers;
        Array.ForEach(children, child => child.Start());
        while (children.Any(child => !child.Join(TimeSpan.FromSeconds(1))))
            Console.WriteLine("(still waiting)");
        return (int)counter[0];
    }

    private static void Work(SharedDictionary<int, long> counter, ProcessLock gate)
    {
        using (gate.EnterScope())
            counter[0] = counter[0] - 1;
    }
}
