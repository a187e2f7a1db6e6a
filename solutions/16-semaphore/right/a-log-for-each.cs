using ExerciseKit.Multiprocessing;

public static class Restroom
{
    // Beside the task: a file for each user, and a line that tells so.
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
        using (free.EnterScope())
        {
            Console.WriteLine($"{user} enters");
            Thread.Sleep(TimeSpan.FromMilliseconds(100));
            Console.WriteLine($"{user} leaves");
        }

        File.WriteAllText($"{user}.log", "was here");
        Console.WriteLine($"{user} enters the log");
    }
}
