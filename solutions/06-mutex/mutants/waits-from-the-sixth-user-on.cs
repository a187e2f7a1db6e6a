// expect: wrong verdict=violation check=any-order line=12
using ExerciseKit.Multiprocessing;

public static class Mutex
{
    public static void Run(string[] users, int lines)
    {
        var console = new ProcessLock();
        var running = new Queue<ChildProcess>();
        foreach (var u in users)
        {
            if (running.Count == 5) running.Dequeue().Join();
            var p = ChildProcess.Create(Print, u, lines, console);
            p.Start();
            running.Enqueue(p);
        }
        while (running.TryDequeue(out var p)) p.Join();
    }

    static void Print(string user, int lines, ProcessLock console)
    {
        using (console.EnterScope())
        {
            Console.WriteLine($"{user} begins");
            for (var i = 1; i <= lines; i++) Console.WriteLine($"{user} line {i}");
            Console.WriteLine($"{user} ends");
        }
    }
}
