using ExerciseKit.Multiprocessing;

public static class Restroom
{
    // No semaphore: a door for each stall. Whoever comes tries one after the other, and waits at none.
    public static void Run(int stalls, string[] users)
    {
        var doors = Enumerable.Range(0, stalls).Select(_ => new ProcessLock()).ToArray();
        var children = users.Select(user => ChildProcess.Create(Visit, user, doors)).ToArray();
        foreach (var child in children)
            child.Start();
        foreach (var child in children)
            child.Join();
    }

    private static void Visit(string user, ProcessLock[] doors)
    {
        for (var i = 0; ; i = (i + 1) % doors.Length)
        {
            if (!doors[i].TryAcquire())
            {
                Thread.Sleep(10);
                continue;
            }

            Console.WriteLine($"{user} enters");
            Console.WriteLine($"{user} leaves");
            doors[i].Release();
            return;
        }
    }
}
