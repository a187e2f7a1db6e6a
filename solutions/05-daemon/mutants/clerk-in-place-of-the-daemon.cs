// expect: wrong verdict=violation check=daemon line=9,11
using ExerciseKit.Multiprocessing;
public static class Daemon
{
    public static void Run(string name, int childSeconds, int parentSeconds)
    {
        var child = ChildProcess.Create(Live, name, childSeconds);
        var other = ChildProcess.Create(Watch);
        other.IsDaemon = true;
        other.Start();
        child.Start();

        Thread.Sleep(TimeSpan.FromSeconds(parentSeconds));
        Console.WriteLine("parent ends");
    }

    private static void Watch() => Thread.Sleep(TimeSpan.FromHours(1));

    private static void Live(string name, int seconds)
    {
        Console.WriteLine($"{name} lives");
        Thread.Sleep(TimeSpan.FromSeconds(seconds));
        Console.WriteLine($"{name} dies");
    }
}
