using ExerciseKit.Multiprocessing;

namespace Course.Processes;

public static class Spawn
{
    public static void Run(string[] names)
    {
        static void Live(string name) => Life.Of(name).Live();

        StartAll(names.Select(name => ChildProcess.Create(Live, name)));
    }

    public static void RunClass(string[] names) => StartAll(names.Select(name => new LivingProcess(Life.Of(name))));

    private static void StartAll(IEnumerable<ChildProcess> children)
    {
        children.ToList().ForEach(child => child.Start());
        Console.WriteLine("main");
    }
}

public sealed record Life(string Begin, TimeSpan Length, string End)
{
    public static Life Of(string name) => new($"{name} is running", TimeSpan.FromSeconds(3), $"{name} is over");

    public void Live()
    {
        Console.WriteLine(Begin);
        Thread.Sleep(Length);
        Console.WriteLine(End);
    }
}

internal sealed class LivingProcess(Life life) : ChildProcess
{
    protected override void Run() => life.Live();
}
