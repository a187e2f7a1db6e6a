// expect: wrong verdict=violation check=class-style line=19
using ExerciseKit.Multiprocessing;

public static class Spawn
{
    public static void Run(string[] names)
    {
        foreach (var name in names)
            ChildProcess.Create(Work, name).Start();
        Console.WriteLine("main");
    }

    public static void RunClass(string[] names)
    {
        foreach (var name in names)
        {
            var worker = new Worker(name);
            worker.Start();
            worker.Join();
        }

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
