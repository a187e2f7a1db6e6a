// expect: wrong verdict=deadlock check=one-stall line=27,29,33
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
        try
        {
            Console.WriteLine($"{user} enters");
            Console.WriteLine($"({user[..3].ToUpperInvariant()} is inside)");
            Console.WriteLine($"{user} leaves");
            free.Release();
        }
        catch (ArgumentOutOfRangeException)
        {
            Console.WriteLine($"{user} leaves");
        }
    }
}
