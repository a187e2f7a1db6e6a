using ExerciseKit.Multiprocessing;

public static class Spawn
{
    public static void Run(string[] names)
    {
        var child = ChildProcess.Create(Say, names);
        child.Start();
        child.Join();
        Console.WriteLine("main");
    }

    public static void RunClass(string[] names) => Run(names);

    private static void Say(string[] names)
    {
        for (var i = 0; i < 2_500; i++)
            Console.WriteLine($"{names[i % names.Length]}{i} is over");
    }
}
