using ExerciseKit.Multiprocessing;

/// <summary>A gate at which nobody sleeps.</summary>
public static class Gate
{
    public static void Run(int visitors, int[] admissions)
    {
        var free = new SharedValue<int>(0);
        var bell = new ProcessCondition();
        var all = Enumerable.Range(1, visitors).Select(n => ChildProcess.Create(Enter, n, free, bell)).ToList();
        all.ForEach(visitor => visitor.Start());
        foreach (var group in admissions)
        {
            bell.Acquire();
            Console.WriteLine($"doorkeeper admits {group}");
            free.Value += group;
            bell.Release();
        }

        all.ForEach(visitor => visitor.Join());
    }

    private static void Enter(int n, SharedValue<int> free, ProcessCondition bell)
    {
        bell.Acquire();
        while (!bell.WaitFor(() => free.Value > 0, TimeSpan.Zero))
        {
        }

        free.Value--;
        Console.WriteLine($"visitor {n} enters");
        bell.Release();
    }
}
