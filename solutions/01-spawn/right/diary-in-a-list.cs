using ExerciseKit.Multiprocessing;

namespace Course;

public class Spawn
{
    public static void Run(string[] names) => Report(Array.ConvertAll(names, name => ChildProcess.Create(Life.Live, name, new SharedList<string>())));

    public static void RunClass(string[] names) => Report(Array.ConvertAll<string, ChildProcess>(names, name => new Life(name)));

    private static void Report(ChildProcess[] children)
    {
        foreach (var child in children)
            child.Start();
        Console.WriteLine("main");
        foreach (var child in children)
        {
            child.Join();
            Console.WriteLine($"{child.Name} is over, says main");
        }
    }
}

public class Life : ChildProcess
{
    private readonly string title;

    public Life(string title) => this.title = title;

    public static void Live(string title, SharedList<string> diary)
    {
        Console.WriteLine("(here comes " + title + ")");
        Console.WriteLine(title + " is running");
        diary.Add("woke");
        Thread.Sleep(TimeSpan.FromSeconds(3));
        diary.Add("slept");
        Console.WriteLine(title + " is over");
    }

    protected override void Run() => Live(title, new SharedList<string>());
}
