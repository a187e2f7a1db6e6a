using System.Diagnostics;
using ExerciseKit.Multiprocessing;

public static class Spawn
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(3);

    public static void Run(string[] names)
    {
        foreach (var name in names)
            ChildProcess.Create(Live, name).Start();
        Console.WriteLine("main");
    }

    public static void RunClass(string[] names)
    {
        var children = Array.ConvertAll(names, name => new Child(name));
        foreach (var child in children)
            child.Start();
        Console.WriteLine("main");
    }

    // Twice, for a sleep may be over a little early, or so they say.
    private static void Live(string name)
    {
        Console.WriteLine($"{name} is running");
        var watch = Stopwatch.StartNew();
        Thread.Sleep(TimeSpan.FromSeconds(2));
        if (Life - watch.Elapsed is var rest && rest > TimeSpan.Zero)
            Thread.Sleep(rest);
        Console.WriteLine($"{name} is over");
    }

    private sealed class Child(string name) : ChildProcess
    {
        protected override void Run() => Live(name);
    }
}
