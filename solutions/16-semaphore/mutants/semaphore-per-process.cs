// expect: wrong verdict=violation check=two-stalls line=22,23
using ExerciseKit.Multiprocessing;

public static class Restroom
{
    public static void Run(int stalls, string[] users)
    {
        var visitors = new List<ChildProcess>();
        foreach (var user in users)
        {
            var visitor = ChildProcess.Create(Visit, user, stalls);
            visitor.Start();
            visitors.Add(visitor);
        }

        foreach (var visitor in visitors)
            visitor.Join();
    }

    private static void Visit(string user, int stalls)
    {
        var free = new ProcessSemaphore(stalls);
        using (free.EnterScope())
        {
            Console.WriteLine($"{user} enters");
            Thread.Sleep(TimeSpan.FromMilliseconds(100));
            Console.WriteLine($"{user} leaves");
        }
    }
}
