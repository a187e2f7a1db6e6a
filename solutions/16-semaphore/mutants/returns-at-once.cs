// expect: wrong verdict=violation check=own-process line=14
// The children are waited for by nobody but the end of the whole program.
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
