using System.Diagnostics;
using ExerciseKit.Multiprocessing;

public static class Join
{
    public static void Run(string[] names, int[] seconds)
    {
        var children = StartAll(names, seconds);
        var clerk = ChildProcess.Create(Note, names.Length);
        clerk.Start();
        foreach (var (name, child) in names.Zip(children))
        {
            Console.WriteLine($"main: {name} is awaited");
            child.Join();
        }

        clerk.Join();
        Console.WriteLine("main: waiting is over");
        Console.WriteLine("main: all over");
        Console.WriteLine($"main: {File.ReadAllText("log.txt")}");
    }

    public static string[] StillAlive(string[] names, int[] seconds, int patienceSeconds)
    {
        var children = StartAll(names, seconds);
        var watch = Stopwatch.StartNew();
        var alive = new List<string>();
        for (var i = 0; i < children.Length; i++)
        {
            var left = TimeSpan.FromSeconds(patienceSeconds) - watch.Elapsed;
            if (!children[i].Join(left < TimeSpan.Zero ? TimeSpan.Zero : left))
                alive.Add(names[i]);
        }

        Console.WriteLine(alive.Count > 0 ? "patience is over" : "waiting is over");
        Console.WriteLine($"{alive.Count} of {names.Length} still alive");
        return [.. alive];
    }

    private static void Note(int children) => File.WriteAllText("log.txt", $"{children} children");

    private static ChildProcess[] StartAll(string[] names, int[] seconds)
    {
        var all = names.Select((name, i) => ChildProcess.Create(Child, name, seconds[i])).ToArray();
        foreach (var child in all)
            child.Start();
        return all;
    }

    private static void Child(string name, int seconds)
    {
        Console.WriteLine($"{name} is running");
        Thread.Sleep(TimeSpan.FromSeconds(seconds));
        Console.WriteLine($"{name} is over");
    }
}
