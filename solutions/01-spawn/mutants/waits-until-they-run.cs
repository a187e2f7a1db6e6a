// expect: wrong verdict=violation check=main-first line=14
using ExerciseKit.Multiprocessing;

public static class Spawn
{
    public static void Run(string[] names)
    {
        var running = new ProcessSemaphore(0);
        foreach (var name in names)
            ChildProcess.Create(TalkAndTell, name, running).Start();

        // Now they are really started.
        foreach (var _ in names)
            running.Acquire();
        Console.WriteLine("main");
    }

    public static void RunClass(string[] names)
    {
        foreach (var name in names)
            new Talker(name).Start();
        Console.WriteLine("main");
    }

    private static void TalkAndTell(string name, ProcessSemaphore running)
    {
        Console.WriteLine($"{name} is running");
        running.Release();
        Thread.Sleep(3000);
        Console.WriteLine($"{name} is over");
    }

    private sealed class Talker(string name) : ChildProcess
    {
        protected override void Run()
        {
            Console.WriteLine($"{name} is running");
            Thread.Sleep(3000);
            Console.WriteLine($"{name} is over");
        }
    }
}
