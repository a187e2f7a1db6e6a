// expect: wrong verdict=violation check=all-stalls line=14
using ExerciseKit.Multiprocessing;

public static class Restroom
{
    public static void Run(int stalls, string[] users)
    {
        var late = new List<ChildProcess>();
        var free = new ProcessSemaphore(stalls);
        foreach (var user in users)
        {
            var visitor = ChildProcess.Create(Visit, user, free);
            visitor.Start();
            visitor.Join(TimeSpan.FromSeconds(1));
            late.Add(visitor);
        }

        late.ForEach(l => l.Join());
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
