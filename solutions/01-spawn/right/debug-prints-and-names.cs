using ExerciseKit.Multiprocessing;

public static class Spawn
{
    public static void Run(string[] names) => StartAll([.. names.Select(n => ChildProcess.Create(new Action<string>(Body), n))], names);

    public static void RunClass(string[] names) => StartAll([.. names.Select(n => new Child { Title = n })], names);

    private static void StartAll(ChildProcess[] children, string[] names)
    {
        foreach (var (child, name) in children.Zip(names))
        {
            child.Name = name;
            child.Start();
            Console.WriteLine($"[debug] started {name}");
        }

        Console.Write("main\n");
    }

    private static void Body(string name)
    {
        Console.Out.WriteLine("{0} is running", name);
        for (var second = 1; second <= 3; second++)
            Thread.Sleep(1000);
        Console.Out.WriteLine("{0} is over", name);
    }

    private abstract class Announced : ChildProcess
    {
        public string Title { get; init; } = "";

        protected sealed override void Run()
        {
            Console.WriteLine($"{Title} is running");
            Work();
            Console.WriteLine($"{Title} is over");
        }

        protected abstract void Work();
    }

    private sealed class Child : Announced
    {
        protected override void Work() => Thread.Sleep(3000);
    }
}
