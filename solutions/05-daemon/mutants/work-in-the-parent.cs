// expect: wrong verdict=violation check=daemon line=8,12,16
using ExerciseKit.Multiprocessing;

public static class Daemon
{
    public static void Run(string name, int childSeconds, int parentSeconds)
    {
        var child = ChildProcess.Create(Idle);
        child.IsDaemon = true;
        child.Start();

        Console.WriteLine($"{name} lives");
        if (childSeconds < parentSeconds)
        {
            Thread.Sleep(TimeSpan.FromSeconds(childSeconds));
            Console.WriteLine($"{name} dies");
            parentSeconds -= childSeconds;
        }

        Thread.Sleep(TimeSpan.FromSeconds(parentSeconds));
        Console.WriteLine("parent ends");
    }

    private static void Idle()
    {
    }
}
