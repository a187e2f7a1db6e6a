// expect: wrong verdict=violation check=class-style line=17,18
using ExerciseKit.Multiprocessing;

public static class Spawn
{
    public static void Run(string[] names)
    {
        foreach (var name in names)
            ChildProcess.Create(Say, name).Start();
        Console.WriteLine("main");
    }

    public static void RunClass(string[] names)
    {
        var all = names.Select(name => new Sayer(name)).ToList();
        all.SkipLast(1).ToList().ForEach(sayer => sayer.Start());
        Console.WriteLine("main");
        all[^1].Start();
    }

    internal static void Say(string name)
    {
        Console.WriteLine($"{name} is running");
        Thread.Sleep(TimeSpan.FromSeconds(3));
        Console.WriteLine($"{name} is over");
    }
}

public sealed class Sayer(string name) : ChildProcess
{
    protected override void Run() => Spawn.Say(name);
}
