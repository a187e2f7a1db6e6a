// expect: wrong verdict=violation check=waits-for-nobody line=12
using ExerciseKit.Multiprocessing;

public static class Daemon
{
    public static void Run(string name, int childSeconds, int parentSeconds)
    {
        var lives = new ProcessEvent();
        var child = ChildProcess.Create(Live, name, childSeconds, lives);
        child.IsDaemon = true;
        child.Start();
        lives.Wait();
        Thread.Sleep(parentSeconds * 1000);
        Console.WriteLine("parent ends");
    }

    private static void Live(string name, int seconds, ProcessEvent lives)
    {
        Console.WriteLine($"{name} lives");
        lives.Set();
        Thread.Sleep(seconds * 1000);
        Console.WriteLine($"{name} dies");
    }
}
