using ExerciseKit.Multiprocessing;

/// <summary>Dining philosophers: everybody takes the fork with the smaller number first.</summary>
public static class Philosophers
{
    public static void Run(int count)
    {
        var forks = Enumerable.Range(0, count).Select(_ => new ProcessLock()).ToArray();
        Shared.RunAll(Enumerable.Range(0, count).Select(i => ChildProcess.Create(Dine, forks[Math.Min(i, (i + 1) % count)], forks[Math.Max(i, (i + 1) % count)])));
    }

    private static void Dine(ProcessLock first, ProcessLock second)
    {
        using (first.EnterScope())
        using (second.EnterScope())
            Console.WriteLine("eats");
    }
}
