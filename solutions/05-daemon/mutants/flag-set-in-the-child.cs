// expect: wrong verdict=crash check=daemon line=19
using ExerciseKit.Multiprocessing;

public static class Daemon
{
    public static void Run(string name, int childSeconds, int parentSeconds)
    {
        var child = new Child(name, childSeconds);
        child.Start();

        Thread.Sleep(TimeSpan.FromSeconds(parentSeconds));
        Console.WriteLine("parent ends");
    }

    private sealed class Child(string name, int seconds) : ChildProcess
    {
        protected override void Run()
        {
            IsDaemon = true;
            Console.WriteLine($"{name} lives");
            Thread.Sleep(TimeSpan.FromSeconds(seconds));
            Console.WriteLine($"{name} dies");
        }
    }
}
