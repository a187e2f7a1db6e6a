using ExerciseKit.Multiprocessing;

// Were a run to find what an earlier one has left here, it would join the children of a program that is over.
public static class Join
{
    private static readonly List<ChildProcess> Children = [];
    private static int started;

    public static void Run(string[] names, int[] seconds)
    {
        StartAll(names, seconds);
        foreach (var child in Children)
            child.Join();
        Console.WriteLine(started == names.Length ? "main: all over" : $"main: {started} of {names.Length}");
    }

    public static string[] StillAlive(string[] names, int[] seconds, int patienceSeconds)
    {
        StartAll(names, seconds);
        var deadline = DateTime.UtcNow.AddSeconds(patienceSeconds);
        foreach (var child in Children)
        {
            var left = deadline - DateTime.UtcNow;
            child.Join(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }

        return names.Where((_, i) => Children[i].IsAlive).ToArray();
    }

    private static void StartAll(string[] names, int[] seconds)
    {
        for (var i = 0; i < names.Length; i++)
        {
            Children.Add(ChildProcess.Create(Work, names[i], seconds[i]));
            Children[^1].Start();
            started++;
        }
    }

    private static void Work(string name, int seconds)
    {
        Console.WriteLine($"{name} is running");
        Thread.Sleep(TimeSpan.FromSeconds(seconds));
        Console.WriteLine($"{name} is over");
    }
}
