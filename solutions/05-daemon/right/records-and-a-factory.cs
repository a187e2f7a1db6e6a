using ExerciseKit.Multiprocessing;

public static class Daemon
{
    private static readonly Func<int, TimeSpan> Seconds = count => new TimeSpan(0, 0, count);

    public static void Run(string name, int childSeconds, int parentSeconds)
    {
        var life = new Life(name, Seconds(childSeconds));
        new Background(life) { IsDaemon = true }.Start();
        Thread.Sleep(Seconds(parentSeconds));
        Console.Out.WriteLine("parent ends");
    }

    private sealed record Life(string Name, TimeSpan Length);

    private sealed class Background(Life life) : ChildProcess
    {
        protected override void Run()
        {
            Console.WriteLine("{0} lives", life.Name);
            Thread.Sleep(life.Length);
            Console.WriteLine("{0} dies", life.Name);
        }
    }
}
