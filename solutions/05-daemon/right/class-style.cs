using ExerciseKit.Multiprocessing;

namespace Course.Processes;

public class Daemon
{
    public static void Run(string name, int childSeconds, int parentSeconds)
    {
        Mayfly mayfly = new Mayfly(name, childSeconds);
        mayfly.Start();
        Thread.Sleep(parentSeconds * 1000);
        Console.WriteLine("parent ends");
    }
}

public class Mayfly : ChildProcess
{
    private readonly string title;
    private readonly int seconds;

    public Mayfly(string title, int seconds)
    {
        this.title = title;
        this.seconds = seconds;
        Name = title;
        IsDaemon = true;
    }

    protected override void Run()
    {
        Console.WriteLine(title + " lives");
        Thread.Sleep(seconds * 1000);
        Console.WriteLine(title + " dies");
    }
}
