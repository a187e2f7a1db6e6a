using ExerciseKit.Multiprocessing;

namespace Course;

public static class Daemon
{
    public static void Run(string name, int childSeconds, int parentSeconds)
    {
        ChildProcess.Create(Note, $"{name}: {childSeconds} s").Start();
        new Clock(name, childSeconds).Start();
        Thread.Sleep(1000 * parentSeconds);
        Console.WriteLine("parent ends");
    }

    private static void Note(string line)
    {
        File.WriteAllText("notes.txt", line);
        Console.WriteLine("clerk dies");
    }

    private sealed class Clock : ChildProcess
    {
        private readonly string title;
        private readonly int seconds;

        public Clock(string title, int seconds)
        {
            (this.title, this.seconds) = (title, seconds);
            IsDaemon = true;
        }

        protected override void Run()
        {
            Console.WriteLine(title + " lives");
            Thread.Sleep(1000 * seconds);
            Console.WriteLine(title + " dies");
        }
    }
}
