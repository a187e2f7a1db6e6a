// expect: wrong verdict=violation check=parallel line=8,24
using ExerciseKit.Multiprocessing;

public static class Spawn
{
    public static void Run(string[] names)
    {
        var until = Environment.TickCount64 + 3_000;
        foreach (var name in names)
            ChildProcess.Create(Live, name, until).Start();
        Console.WriteLine("main");
    }

    public static void RunClass(string[] names)
    {
        foreach (var name in names)
            new Child(name).Start();
        Console.WriteLine("main");
    }

    private static void Live(string name, long until)
    {
        Console.WriteLine($"{name} is running");
        Thread.Sleep((int)Math.Max(0, until - Environment.TickCount64));
        Console.WriteLine($"{name} is over");
    }

    private sealed class Child(string name) : ChildProcess
    {
        protected override void Run() => Live(name, Environment.TickCount64 + 3_000);
    }
}
