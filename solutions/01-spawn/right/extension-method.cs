using ExerciseKit.Multiprocessing;

public static class Spawn
{
    public static void Run(string[] names)
    {
        var children = names.Select(name => ChildProcess.Create(name.Is, "running", "over")).ToList();
        children.ForEach(child => child.Start());
        Console.WriteLine("main");
    }

    public static void RunClass(string[] names)
    {
        foreach (var name in names)
            new Child { Title = name }.Start();
        Console.WriteLine("main");
    }

    internal static void Is(this string name, string first, string then)
    {
        Console.WriteLine($"{name} is {first}");
        Thread.Sleep(TimeSpan.FromSeconds(3));
        Console.WriteLine($"{name} is {then}");
    }

    private sealed class Child : ChildProcess
    {
        public required string Title { get; init; }

        protected override void Run() => Title.Is("running", "over");
    }
}
