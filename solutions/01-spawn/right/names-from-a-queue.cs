using ExerciseKit.Multiprocessing;

public static class Spawn
{
    public static void Run(string[] names)
    {
        var slips = new ProcessQueue<string>();
        foreach (var name in names)
            slips.Put(name);
        var children = names.Select(_ => ChildProcess.Create(Take, slips)).ToList();
        children.ForEach(c => c.Start());
        Console.WriteLine("main");
        foreach (var child in Enumerable.Reverse(children))
            while (!child.Join(TimeSpan.FromMilliseconds(700)))
                Console.Error.WriteLine("debug: still waiting");
    }

    static void Take(ProcessQueue<string> slips)
    {
        var name = slips.Get();
        Console.WriteLine($"{name} is running");
        for (var i = 0; i < 3; i++)
            Thread.Sleep(TimeSpan.FromSeconds(1));
        Console.WriteLine($"{name} is over");
    }

    public static void RunClass(string[] names)
    {
        var slips = new ProcessQueue<string>(capacity: names.Length + 1);
        Array.ForEach(names, slips.Put);
        var children = new List<Sleeper>();
        for (var i = 0; i < names.Length; i++)
        {
            var child = new Sleeper(slips) { Name = $"sleeper {i}", IsDaemon = false };
            child.Start();
            children.Add(child);
        }
        Console.WriteLine("main");
        foreach (var c in children) c.Join();
    }

    private sealed class Sleeper(ProcessQueue<string> slips) : ChildProcess
    {
        protected override void Run() => Take(slips);
    }
}
