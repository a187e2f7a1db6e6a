// expect: wrong verdict=violation check=own-process line=21,22,28
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
        foreach (var user in users)
        {
            Console.WriteLine($"{user} enters");
            Console.WriteLine($"{user} leaves");
        }
    }

    private static void Visit(string _, ProcessSemaphore free)
    {
        using (free.EnterScope())
        {
        }
    }
}
