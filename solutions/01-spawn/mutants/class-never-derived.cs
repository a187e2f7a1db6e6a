// expect: wrong verdict=violation check=class-style line=13
using ExerciseKit.Multiprocessing;

public static class Spawn
{
    public static void Run(string[] names)
    {
        foreach (var name in names)
            ChildProcess.Create(Work, name).Start();
        Console.WriteLine("main");
    }

    public static void RunClass(string[] names) => Run(names);

    private static void Work(string name)
    {
        Console.WriteLine($"{name} is running");
        Thread.Sleep(3000);
        Console.WriteLine($"{name} is over");
    }
}
