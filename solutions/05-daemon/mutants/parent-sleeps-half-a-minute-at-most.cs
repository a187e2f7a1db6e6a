// expect: wrong verdict=violation check=finishes line=11
using ExerciseKit.Multiprocessing;
public static class Daemon
{
    public static void Run(string name, int childSeconds, int parentSeconds)
    {
        var child = ChildProcess.Create(Live, name, childSeconds);
        child.IsDaemon = true;
        child.Start();

        Thread.Sleep(TimeSpan.FromSeconds(Math.Min(parentSeconds, 30)));
        Console.WriteLine("parent ends");
    }

    private static void Live(string name, int seconds)
    {
        Console.WriteLine($"{name} lives");
        Thread.Sleep(TimeSpan.FromSeconds(seconds));
        Console.WriteLine($"{name} dies");
    }
}
