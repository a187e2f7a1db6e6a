// expect: wrong verdict=violation check=own-process line=9,17
using ExerciseKit.Multiprocessing;

public static class Restroom
{
    public static void Run(int stalls, string[] users)
    {
        var free = new ProcessSemaphore(stalls);
        var visitor = ChildProcess.Create(VisitAll, users, free);
        visitor.Start();
        visitor.Join();
    }

    private static void VisitAll(string[] users, ProcessSemaphore free)
    {
        foreach (var user in users)
            Visit(user, free);
    }

    private static void Visit(string user, ProcessSemaphore free)
    {
        using (free.EnterScope())
        {
            Console.WriteLine($"{user} enters");
            Thread.Sleep(TimeSpan.FromMilliseconds(100));
            Console.WriteLine($"{user} leaves");
        }
    }
}
