// expect: wrong verdict=crash check=still-alive line=22
using System.Diagnostics;
using ExerciseKit.Multiprocessing;

public static class Join
{
    public static void Run(string[] names, int[] seconds)
    {
        foreach (var child in StartAll(names, seconds))
            child.Join();
        Console.WriteLine("main: all over");
    }

    public static string[] StillAlive(string[] names, int[] seconds, int patienceSeconds)
    {
        var children = StartAll(names, seconds);
        var clock = Stopwatch.StartNew();
        var patience = TimeSpan.FromSeconds(patienceSeconds);
        var alive = new List<string>();
        for (var i = 0; i < names.Length; i++)
        {
            if (!children[i].Join(patience - clock.Elapsed))
                alive.Add(names[i]);
        }

        return [.. alive];
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
        Thread.Sleep(seconds * 1000);
        Console.WriteLine($"{name} is over");
    }
}
