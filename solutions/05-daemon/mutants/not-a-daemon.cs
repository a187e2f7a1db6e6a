// expect: wrong verdict=violation check=cut-off line=9
using ExerciseKit.Multiprocessing;

public static class Daemon
{
    public static void Run(string name, int childSeconds, int parentSeconds)
    {
        var child = ChildProcess.Create(Live, name, childSeconds);
        child.Start();

        Thread.Sleep(TimeSpan.FromSeconds(parentSeconds));
        Console.WriteLine("parent ends");
    }

    private static void Live(string name, int seconds)
    {
        Console.WriteLine($"{name} lives");
        Thread.Sleep(TimeSpan.FromSeconds(seconds));
        Console.WriteLine($"{name} dies");
    }
}
