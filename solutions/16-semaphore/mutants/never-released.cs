// expect: wrong verdict=deadlock check=one-stall line=23,26
using ExerciseKit.Multiprocessing;

public static class Restroom
{
    public static void Run(int stalls, string[] users)
    {
        var free = new ProcessSemaphore(stalls);
        var visitors = new List<ChildProcess>();
        foreach (var user in users)
        {
            var visitor = ChildProcess.Create(Visit, user, free);
            visitor.Start();
            visitors.Add(visitor);
        }

        foreach (var visitor in visitors)
            visitor.Join();
    }

    private static void Visit(string user, ProcessSemaphore free)
    {
        free.Acquire();
        Console.WriteLine($"{user} enters");
        Thread.Sleep(TimeSpan.FromMilliseconds(100));
        Console.WriteLine($"{user} leaves");
    }
}
