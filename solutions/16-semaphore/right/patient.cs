using ExerciseKit.Multiprocessing;

public static class Restroom
{
    // The permits are put in one by one.
    public static void Run(int stalls, string[] users)
    {
        var restroom = new Stalls(new ProcessSemaphore(0));
        restroom.Open(stalls);
        var visitors = users.Select(user => ChildProcess.Create(Visit, user, restroom)).ToList();
        visitors.ForEach(visitor => visitor.Start());
        visitors.ForEach(visitor => visitor.Join());
    }

    private static void Visit(string user, Stalls restroom)
    {
        Console.WriteLine($"({user} comes)");
        while (!restroom.TryEnter(user))
            Console.WriteLine($"({user} still waits)");
        restroom.Leave(user);
    }
}

internal sealed record Stalls(ProcessSemaphore Free)
{
    public void Open(int count)
    {
        for (var i = 0; i < count; i++)
            Free.Release();
    }

    public bool TryEnter(string user)
    {
        if (!Free.TryAcquire(TimeSpan.FromSeconds(2)))
            return false;
        Console.WriteLine($"{user} enters");
        return true;
    }

    public void Leave(string user)
    {
        Console.WriteLine($"{user} leaves");
        Free.Release();
    }
}
