using ExerciseKit.Multiprocessing;

/// <summary>Two processes take two locks, both in the same order.</summary>
public static class Deadlock01
{
    public static void Run()
    {
        var a = new ProcessLock();
        var b = new ProcessLock();
        Shared.RunAll(
            ChildProcess.Create(Count, a, b),
            ChildProcess.Create(Count, a, b));
    }

    private static void Count(ProcessLock first, ProcessLock second)
    {
        using (first.EnterScope())
        using (second.EnterScope())
            Shared.Add("counter", 1);
    }
}
