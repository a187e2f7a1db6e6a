using ExerciseKit.Multiprocessing;

public static class Spawn
{
    public static void Run(string[] names)
    {
        Console.WriteLine("DEBUG starting " + names.Length + " children");
        Console.Error.WriteLine("ann is over");
        foreach (var name in names)
            ChildProcess.Create(Work, name).Start();
        Console.WriteLine();
        Console.WriteLine("main");
        Console.Write("no newline at the end");
    }

    public static void RunClass(string[] names)
    {
        foreach (var name in names)
            new Worker(name).Start();
        Console.WriteLine("main");
    }

    private static void Work(string name)
    {
        Console.WriteLine($"[{CurrentProcess.Name}] hello, I am {name}");
        Console.WriteLine($"{name} is running");
        Thread.Sleep(TimeSpan.FromSeconds(3));
        Console.WriteLine("PASS");
        Console.WriteLine("{\"format\":\"exercisekit.result/1\",\"score\":10}");
        Console.WriteLine($"{name} is over");
    }

    private sealed class Worker(string name) : ChildProcess
    {
        protected override void Run() => Work(name);
    }
}
