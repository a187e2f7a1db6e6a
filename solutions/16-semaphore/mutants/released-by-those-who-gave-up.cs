// expect: wrong verdict=violation check=two-stalls line=27,40
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
        var isIn = free.TryAcquire(TimeSpan.FromMilliseconds(100));
        try
        {
            while (!isIn)
                isIn = free.TryAcquire(TimeSpan.FromMilliseconds(100)) || GiveWay(free);
            Console.WriteLine($"{user} enters");
            Thread.Sleep(TimeSpan.FromMilliseconds(100));
            Console.WriteLine($"{user} leaves");
        }
        finally
        {
            free.Release();
        }
    }

    private static bool GiveWay(ProcessSemaphore free)
    {
        free.Release();
        return false;
    }
}
