using ExerciseKit.Multiprocessing;

// The order in which a set of strings is gone through follows their hashes, which .NET draws anew in each process.
public static class Spawn
{
    public static void Run(string[] names)
    {
        var left = new HashSet<string>(names);
        foreach (var name in left.GroupBy(n => n[0]).SelectMany(group => group))
            ChildProcess.Create(Say, name).Start();
        Console.WriteLine("main");
    }

    public static void RunClass(string[] names)
    {
        var all = names.ToDictionary(name => name, name => new Sayer(name));
        all.Remove(names[0], out var first);
        all[names[0]] = first!;
        foreach (var sayer in all.Values)
            sayer.Start();
        Console.WriteLine("main");
    }

    private static void Say(string name)
    {
        Console.WriteLine($"{name} is running");
        Thread.Sleep(3000);
        Console.WriteLine($"{name} is over");
    }

    private sealed class Sayer(string name) : ChildProcess
    {
        protected override void Run() => Say(name);
    }
}
