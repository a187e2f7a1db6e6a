using ExerciseKit.Multiprocessing;

/// <summary>Two processes that each wait for what the other holds; prints the moment (UTC, in ticks) at which the second begins to wait.</summary>
public static class Deadlock
{
    public static void Main()
    {
        var fork = new ProcessLock();
        var knife = new ProcessLock();
        fork.Acquire();
        ChildProcess.Create(Eat, knife, fork).Start();
        while (knife.TryAcquire())
            knife.Release();
        Console.WriteLine(DateTime.UtcNow.Ticks);
        knife.Acquire();
    }

    private static void Eat(ProcessLock first, ProcessLock second)
    {
        first.Acquire();
        second.Acquire();
    }
}
