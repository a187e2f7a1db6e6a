using ExerciseKit.Multiprocessing;

public static class Gate
{
    // Each number up to the last one that may go in is a place; a visitor takes the next.
    public static void Run(int visitors, int[] admissions)
    {
        var last = new SharedValue<int>(0);
        var next = new SharedValue<int>(1);
        var gate = new ProcessCondition();
        var children = Enumerable.Range(1, visitors).Select(i => ChildProcess.Create(Visit, i, last, next, gate)).ToList();
        children.ForEach(child => child.Start());
        foreach (var n in admissions)
        {
            using (gate.EnterScope())
            {
                last.Value += n;
                for (var i = 0; i < n; i++)
                    gate.Notify();
                Console.WriteLine($"doorkeeper admits {n}");
            }
        }

        children.ForEach(child => child.Join());
    }

    private static void Visit(int i, SharedValue<int> last, SharedValue<int> next, ProcessCondition gate)
    {
        gate.Acquire();
        try
        {
            int place;
            while ((place = next.Value) > last.Value)
                gate.Wait();
            next.Value = place + 1;
        }
        finally
        {
            gate.Release();
        }

        Console.WriteLine($"visitor {i} enters");
    }
}
