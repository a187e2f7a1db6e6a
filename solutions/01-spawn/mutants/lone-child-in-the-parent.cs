// expect: wrong verdict=violation check=children line=7,9,10
using ExerciseKit.Multiprocessing;
public static class Spawn
{
    public static void Run(string[] names)
    {
        foreach (var name in names.Skip(names.Length == 1 ? 1 : 0))
            ChildProcess.Create(Work, name).Start();
        if (names.Length == 1)
            Work(names[0]);
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
        Thread.Sleep(TimeSpan.FromSeconds(3));
        Console.WriteLine($"{name} is over");
    }

    private sealed class Worker(string name) : ChildProcess
    {
        protected override void Run() => Work(name);
    }
}
