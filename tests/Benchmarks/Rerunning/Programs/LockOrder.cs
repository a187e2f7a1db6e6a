using ExerciseKit.Multiprocessing;

/// <summary>Two processes take two locks, each in an order of its own; the second starts a little later.</summary>
public static class LockOrder
{
    public static void Main(string[] args) => Run(int.Parse(args[0]));

    public static void Run(int pauseMilliseconds)
    {
        var a = new ProcessLock();
        var b = new ProcessLock();
        var first = ChildProcess.Create(Work, a, b);
        var second = ChildProcess.Create(Work, b, a);
        first.Start();
        Thread.Sleep(pauseMilliseconds);
        second.Start();
        first.Join();
        second.Join();
    }

    private static void Work(ProcessLock first, ProcessLock second)
    {
        using (first.EnterScope())
        using (second.EnterScope())
            Console.WriteLine("holds both");
    }
}
