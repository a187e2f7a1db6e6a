using ExerciseKit.Multiprocessing;

public static class Daemon
{
    public static void Run(string name, int childSeconds, int parentSeconds)
    {
        var child = ChildProcess.Create(Live, name, childSeconds);
        child.IsDaemon = true;
        child.Start();
        foreach (var tick in Ticks(parentSeconds, TimeSpan.FromSeconds(0.25)))
            Thread.Sleep(tick);
        Console.WriteLine("parent ends");
    }

    private static void Live(string name, int seconds)
    {
        Console.WriteLine($"{name} lives");
        foreach (var tick in Ticks(seconds, TimeSpan.FromSeconds(0.1)))
            Thread.Sleep(tick);
        Console.WriteLine($"{name} dies");
    }

    private static IEnumerable<TimeSpan> Ticks(int seconds, TimeSpan each)
    {
        for (var left = TimeSpan.FromSeconds(seconds); left > TimeSpan.Zero; left -= each)
            yield return left < each ? left : each;
    }
}
