// expect: wrong verdict=violation check=all-over-last line=10,13
using System.Diagnostics;
using ExerciseKit.Multiprocessing;
public static class Join
{
    public static void Run(string[] names, int[] seconds)
    {
        foreach (var child in StartAll(names, seconds))
        {
            if (names.Length > 1)
                child.Join();
        }
        Console.WriteLine("main: all over");
    }

    public static string[] StillAlive(string[] names, int[] seconds, int patienceSeconds)
    {
        var children = StartAll(names, seconds);
        var patience = TimeSpan.FromSeconds(patienceSeconds);
        var clock = Stopwatch.StartNew();
        var alive = new List<string>();
        for (var i = 0; i < names.Length; i++)
        {
            var left = patience - clock.Elapsed;
            if (!children[i].Join(left > TimeSpan.Zero ? left : TimeSpan.Zero))
                alive.Add(names[i]);
        }

        return [.. alive];
    }

    private static ChildProcess[] StartAll(string[] names, int[] seconds)
    {
        var children = new ChildProcess[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            children[i] = ChildProcess.Create(Work, names[i], seconds[i]);
            children[i].Start();
        }

        return children;
    }

    private static void Work(string name, int seconds)
    {
        Console.WriteLine($"{name} is running");
        Thread.Sleep(TimeSpan.FromSeconds(seconds));
        Console.WriteLine($"{name} is over");
    }
}
