using ExerciseKit.Multiprocessing;

public static class JoinableKitchen
{
    // As in Python's own example: whoever has put its items waits for all of them, and the parent for those who put.
    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        var counter = new JoinableQueue<string>(capacity: 1);
        var everybody = cooks.Select(cook => ChildProcess.Create(Cook, cook, dishes, counter))
            .Concat(guests.Select(guest => ChildProcess.Create(Eat, guest, counter)))
            .ToArray();
        for (var i = 0; i < everybody.Length; i++)
        {
            everybody[i].IsDaemon = true;
            everybody[i].Start();
        }

        foreach (var cook in everybody[..cooks.Length])
            cook.Join();
        counter.Join();
        Console.WriteLine("all served");
    }

    private static void Cook(string cook, int dishes, JoinableQueue<string> counter)
    {
        foreach (var i in Enumerable.Range(1, dishes))
        {
            Console.WriteLine($"{cook} made {cook}-{i}");
            counter.Put($"{cook}-{i}");
        }

        counter.Join();
    }

    private static void Eat(string guest, JoinableQueue<string> counter)
    {
        while (counter.TryGet(out var dish, Timeout.InfiniteTimeSpan))
        {
            Console.WriteLine($"{guest} ate {dish}");
            counter.TaskDone();
        }
    }
}
