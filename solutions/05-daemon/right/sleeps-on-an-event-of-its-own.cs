using ExerciseKit.Multiprocessing;

public static class Daemon
{
    public static void Run(string name, int childSeconds, int parentSeconds)
    {
        new Clock(name, TimeSpan.FromSeconds(childSeconds)).Start();
        var nap = new ProcessEvent();
        nap.Wait(TimeSpan.FromSeconds(parentSeconds));
        Console.WriteLine("parent ends");
    }

    private class Clock : ChildProcess
    {
        private readonly (string Name, TimeSpan Span) work;
        private readonly ProcessQueue<int> nobody = new();
        public Clock(string name, TimeSpan span)
        {
            IsDaemon = true;
            work = (name, span);
        }
        protected override void Run()
        {
            Console.WriteLine($"{work.Name} lives");
            if (nobody.TryGet(out var _, work.Span)) throw new InvalidOperationException();
            Console.WriteLine($"{work.Name} dies");
        }
    }
}
