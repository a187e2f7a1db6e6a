using ExerciseKit.Multiprocessing;

public static class Spawn
{
    public static void Run(string[] names)
    {
        Console.WriteLine("main is running");
        ChildProcess.Create(Help, "log.txt").Start();
        foreach (var name in names)
            ChildProcess.Create(Child, name).Start();
        Console.WriteLine("main");
        Console.WriteLine("main is over");
    }

    public static void RunClass(string[] names)
    {
        Console.WriteLine("main is running");
        new Helper("log.txt").Start();
        foreach (var name in names)
            new Kid(name).Start();
        Console.WriteLine("main");
        Console.WriteLine("main is over");
    }

    private static void Help(string path)
    {
        Console.WriteLine("the helper is running");
        File.WriteAllText(path, "all are started, or will be soon");
        Console.WriteLine("the helper is over");
    }

    private static void Child(string name)
    {
        Console.WriteLine($"{name} is running");
        Thread.Sleep(3000);
        Console.WriteLine($"{name} is over");
    }

    private sealed class Helper(string path) : ChildProcess
    {
        protected override void Run() => Help(path);
    }

    private sealed class Kid(string name) : ChildProcess
    {
        protected override void Run() => Child(name);
    }
}
