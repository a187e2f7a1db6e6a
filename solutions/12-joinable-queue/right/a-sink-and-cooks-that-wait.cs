using ExerciseKit.Multiprocessing;

public static class JoinableKitchen
{
    // Each cook waits for the queue, and the parent for the cooks; beside the task, the plates go through a second joinable queue to one who washes them.
    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        var (table, sink) = (new JoinableQueue<string>(), new JoinableQueue<string>());
        var washing = ChildProcess.Create(Wash, sink);
        var eating = guests.Select(guest => ChildProcess.Create(Eat, guest, table, sink));
        foreach (var daemon in eating.Prepend(washing))
        {
            daemon.IsDaemon = true;
            daemon.Start();
        }

        var cooking = cooks.Select(cook => ChildProcess.Create(Cook, cook, dishes, table)).ToList();
        cooking.ForEach(cook => cook.Start());
        cooking.ForEach(cook => cook.Join());
        Console.WriteLine("all served");
        sink.Join();
        Console.WriteLine("all washed");
    }

    private static void Cook(string cook, int dishes, JoinableQueue<string> table)
    {
        for (var i = 1; i <= dishes; i++)
        {
            Console.WriteLine($"{cook} made {cook}-{i}");
            table.Put($"{cook}-{i}");
        }

        table.Join();
    }

    private static void Eat(string guest, JoinableQueue<string> table, JoinableQueue<string> sink)
    {
        for (; ; table.TaskDone())
        {
            var dish = table.Get();
            Console.WriteLine($"{guest} ate {dish}");
            sink.Put($"plate of {dish}");
        }
    }

    private static void Wash(JoinableQueue<string> sink)
    {
        while (sink.Get() is not null)
            sink.TaskDone();
    }
}
