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
        for (var i = 0; i < 10_000; i++)
            File.WriteAllText($"{name}.txt", $"{i}");
        Thread.Sleep(TimeSpan.FromSeconds(3));
        Console.WriteLine($"{name} is over");
    }
}
