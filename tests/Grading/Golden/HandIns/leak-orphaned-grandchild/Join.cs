using ExerciseKit.Multiprocessing;

public static class Join
{
    public static void Run(string[] names, int[] seconds)
    {
        var overseer = ChildProcess.Create(Oversee, names, seconds);
        overseer.Start();
        overseer.Join(TimeSpan.FromSeconds(1.5));
        overseer.Kill();
        overseer.Join();
        Console.WriteLine("main: all over");
    }

    public static string[] StillAlive(string[] names, int[] seconds, int patienceSeconds)
    {
        var children = names.Select((name, i) => ChildProcess.Create(Work, name, seconds[i])).ToArray();
        foreach (var child in children)
            child.Start();
        Thread.Sleep(TimeSpan.FromSeconds(patienceSeconds));
        return names.Where((_, i) => children[i].IsAlive).ToArray();
    }

    private static void Oversee(string[] names, int[] seconds)
    {
        for (var i = 0; i < names.Length; i++)
            ChildProcess.Create(Work, names[i], seconds[i]).Start();
    }

    private static void Work(string name, int seconds)
    {
        Console.WriteLine($"{name} is running");
        Thread.Sleep(TimeSpan.FromSeconds(seconds));
        Console.WriteLine($"{name} is over");
    }
}
