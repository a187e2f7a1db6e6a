using ExerciseKit.Multiprocessing;

public static class Daemon
{
    public static void Run(string name, int childSeconds, int parentSeconds)
    {
        Console.WriteLine($"parent lives");
        var log = new ProcessQueue<string>();
        var child = ChildProcess.Create(Live, name, childSeconds, log);
        child.IsDaemon = true;
        child.Start();
        Console.WriteLine($"{name} lives on its own now");
        Thread.Sleep(TimeSpan.FromSeconds(parentSeconds));
        Console.WriteLine("parent ends");
        File.WriteAllText("log.txt", log.TryGet(out var line) ? line : "nothing");
        Console.WriteLine("parent dies");
    }

    private static void Live(string name, int seconds, ProcessQueue<string> log)
    {
        Console.WriteLine($"{name} lives");
        log.Put($"{name} was here");
        Thread.Sleep(TimeSpan.FromSeconds(seconds));
        Console.WriteLine($"{name} dies");
    }
}
