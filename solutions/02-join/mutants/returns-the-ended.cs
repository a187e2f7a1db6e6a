// expect: wrong verdict=violation check=still-alive line=25
using ExerciseKit.Multiprocessing;

public static class Join
{
    public static void Run(string[] names, int[] seconds)
    {
        var children = StartAll(names, seconds);
        foreach (var child in children)
            child.Join();
        Console.WriteLine("main: all over");
    }

    public static string[] StillAlive(string[] names, int[] seconds, int patienceSeconds)
    {
        var children = StartAll(names, seconds);
        var deadline = DateTime.UtcNow.AddSeconds(patienceSeconds);
        foreach (var child in children)
        {
            var left = deadline - DateTime.UtcNow;
            if (left > TimeSpan.Zero)
                child.Join(left);
        }

        return names.Where((_, i) => !children[i].IsAlive).ToArray();
    }

    private static ChildProcess[] StartAll(string[] names, int[] seconds)
    {
        var children = names.Select((name, i) => ChildProcess.Create(Work, name, seconds[i])).ToArray();
        foreach (var child in children)
            child.Start();
        return children;
    }

    private static void Work(string name, int seconds)
    {
        Console.WriteLine($"{name} is running");
        Thread.Sleep(TimeSpan.FromSeconds(seconds));
        Console.WriteLine($"{name} is over");
    }
}
