// expect: wrong verdict=violation check=main-first line=12
using ExerciseKit.Multiprocessing;

public static class Spawn
{
    public static void Run(string[] names)
    {
        var children = names.Select(name => ChildProcess.Create(Work, name)).ToList();
        foreach (var child in children)
            child.Start();
        foreach (var child in children)
            child.Join();
        Console.WriteLine("main");
    }

    public static void RunClass(string[] names)
    {
        foreach (var name in names)
            new Worker(name).Start();
        Console.WriteLine("main");
    }

    private static void Work(string name)
    {
        Console.WriteLine($"{name} is running");
        Thread.Sleep(3000);
        Console.WriteLine($"{name} is over");
    }

    private sealed class Worker(string name) : ChildProcess
    {
        protected override void Run() => Work(name);
    }
}
