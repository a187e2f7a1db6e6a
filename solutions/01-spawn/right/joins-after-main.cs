using ExerciseKit.Multiprocessing;

public static class Spawn
{
    public static void Run(string[] names)
    {
        var children = new List<ChildProcess>();
        for (var i = 0; i < names.Length; i++)
        {
            var child = ChildProcess.Create(Task, names[i], 3000);
            child.Start();
            children.Add(child);
        }

        Finish(children);
    }

    public static void RunClass(string[] names)
    {
        var children = new List<ChildProcess>();
        for (var i = 0; i < names.Length; i++)
            children.Add(new SleepyProcess(names[i]));
        foreach (var child in children)
            child.Start();

        Finish(children);
    }

    public static void Task(string name, int milliseconds)
    {
        Console.WriteLine(name + " is running");
        Thread.Sleep(milliseconds);
        Console.WriteLine(name + " is over");
    }

    private static void Finish(List<ChildProcess> children)
    {
        Console.WriteLine("main");
        foreach (var child in children)
            child.Join();
    }
}

public class SleepyProcess : ChildProcess
{
    private readonly string name;

    public SleepyProcess(string name)
    {
        this.name = name;
    }

    protected override void Run()
    {
        Console.WriteLine(name + " is running");
        Thread.Sleep(3000);
        Console.WriteLine(name + " is over");
    }
}
