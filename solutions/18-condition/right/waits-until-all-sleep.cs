using ExerciseKit.Multiprocessing;

public static class Gate
{
    // Nothing is written down: a visitor says under the lock that it is there, and the lock is free again only when it sleeps.
    public static void Run(int visitors, int[] admissions)
    {
        var gate = new ProcessCondition();
        var arrived = new ProcessSemaphore(0);
        var children = Enumerable.Range(1, visitors).Select(i => ChildProcess.Create(Visit, i, gate, arrived)).ToList();
        children.ForEach(child => child.Start());
        for (var i = 0; i < visitors; i++)
            arrived.Acquire();
        foreach (var n in admissions)
        {
            gate.Acquire();
            Console.WriteLine($"doorkeeper admits {n}");
            gate.Notify(n);
            gate.Release();
        }

        children.ForEach(child => child.Join());
    }

    private static void Visit(int i, ProcessCondition gate, ProcessSemaphore arrived)
    {
        gate.Acquire();
        arrived.Release();
        gate.Wait();
        gate.Release();
        Console.WriteLine($"visitor {i} enters");
    }
}
