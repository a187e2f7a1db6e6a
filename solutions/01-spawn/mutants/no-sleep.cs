// expect: wrong verdict=violation check=parallel line=22,23
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
            new Worker(name).Start();
        Console.WriteLine("main");
    }

    private static void Work(string name)
    {
        Console.WriteLine($"{name} is running");
        Console.WriteLine($"{name} is over");
    }

    private sealed class Worker(string name) : ChildProcess
    {
        protected override void Run()
        {
            Console.WriteLine($"{name} is running");
            Thread.Sleep(3000);
            Console.WriteLine($"{name} is over");
        }
    }
}
