using System.Diagnostics;
using ExerciseKit.Multiprocessing;

public static class Join
{
    public static void Run(string[] names, int[] seconds)
    {
        var waiting = new Stack<ChildProcess>();
        foreach (var (name, index) in names.Select((name, index) => (name, index)))
        {
            static void Work((string Name, int Seconds) life)
            {
                Console.WriteLine("{0} is running", life.Name);
                Thread.Sleep(new TimeSpan(0, 0, life.Seconds));
                Console.WriteLine("{0} is over", life.Name);
            }

            var child = ChildProcess.Create(Work, (name, seconds[index]));
            child.Start();
            waiting.Push(child);
        }

        while (waiting.TryPop(out var child))
        {
            child.Join();
            Console.WriteLine($"({waiting.Count} to wait for)");
        }

        Console.WriteLine("main: all over");
    }

    public static string[] StillAlive(string[] names, int[] seconds, int patienceSeconds)
    {
        var begin = Stopwatch.GetTimestamp();
        var children = new Dictionary<string, ChildProcess>();
        for (var i = 0; i < names.Length; i++)
        {
            children.Add(names[i], ChildProcess.Create(Live, names[i], seconds[i]));
            children[names[i]].Start();
        }

        foreach (var name in names.Reverse())
        {
            var used = Stopwatch.GetElapsedTime(begin);
            var left = TimeSpan.FromSeconds(patienceSeconds) - used;
            if (left > TimeSpan.Zero)
                children[name].Join(left);
        }

        return [.. from name in names where children[name].IsAlive select name];
    }

    private static void Live(string name, int seconds)
    {
        Console.WriteLine($"{name} is running");
        Thread.Sleep(1000 * seconds);
        Console.WriteLine($"{name} is over");
    }
}
