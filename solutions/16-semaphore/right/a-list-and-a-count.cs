using ExerciseKit.Multiprocessing;

public static class Restroom
{
    // Beside the task: a list of who came, with a permit of its own, and lines about it.
    public static void Run(int stalls, string[] users)
    {
        var (free, pen, list) = (new ProcessSemaphore(stalls), new ProcessSemaphore(1), new SharedList<string>());
        var visitors = new List<ChildProcess>();
        foreach (var user in users)
        {
            var visitor = ChildProcess.Create(Visit, user, free, pen, list);
            visitor.Start();
            visitors.Add(visitor);
        }

        foreach (var visitor in visitors)
            visitor.Join();
        Console.WriteLine($"main: {list.Count} were here, the last of them leaves");
    }

    private static void Visit(string user, ProcessSemaphore free, ProcessSemaphore pen, SharedList<string> list)
    {
        Console.WriteLine("somebody enters the list");
        using (pen.EnterScope())
            list.Add(user);
        using (free.EnterScope())
        {
            Console.WriteLine($"{user} enters");
            Thread.Sleep(TimeSpan.FromMilliseconds(100));
            Console.WriteLine($"{user} leaves");
        }
    }
}
