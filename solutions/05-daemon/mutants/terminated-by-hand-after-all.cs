// expect: wrong verdict=violation check=cut-off line=18
using ExerciseKit.Multiprocessing;

public static class Daemon
{
    public static void Run(string name, int childSeconds, int parentSeconds)
    {
        var c = ChildProcess.Create(Child, name, childSeconds);
        c.IsDaemon = true;
        c.Start();
        try
        {
            Thread.Sleep(parentSeconds * 1000);
            Console.WriteLine("parent ends");
        }
        finally
        {
            if (c.IsAlive) c.Terminate();
        }
    }

    static void Child(string name, int seconds)
    {
        Console.WriteLine($"{name} lives");
        Thread.Sleep(seconds * 1000);
        Console.WriteLine($"{name} dies");
    }
}
