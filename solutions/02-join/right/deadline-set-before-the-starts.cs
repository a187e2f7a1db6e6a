using System.Diagnostics;
using ExerciseKit.Multiprocessing;

public static class Join
{
    public static void Run(string[] names, int[] seconds)
    {
        var children = new List<ChildProcess>();
        for (var i = 0; i < names.Length; i++)
        {
            children.Add(ChildProcess.Create(Live, names[i], seconds[i]));
            children[^1].Start();
        }

        children.ForEach(child => child.Join());
        Console.WriteLine("main: all over");
    }

    public static string[] StillAlive(string[] names, int[] seconds, int patienceSeconds)
    {
        var (patience, watch) = (TimeSpan.FromSeconds(patienceSeconds), Stopwatch.StartNew());
        var children = new Dictionary<string, ChildProcess>();
        for (var i = 0; i < names.Length; i++)
            (children[names[i]] = ChildProcess.Create(Live, names[i], seconds[i])).Start();
        return [.. names.Where(name => !children[name].Join(Later(patience - watch.Elapsed)))];
    }

    private static TimeSpan Later(TimeSpan rest) => rest > TimeSpan.Zero ? rest : TimeSpan.Zero;

    private static void Live(string name, int seconds)
    {
        Console.WriteLine($"{name} is running");
        Thread.Sleep(seconds * 1_000);
        Console.WriteLine($"{name} is over");
    }
}
