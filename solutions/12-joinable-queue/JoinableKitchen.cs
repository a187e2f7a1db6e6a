using ExerciseKit.Multiprocessing;

/// <summary>A kitchen whose queue knows when the last dish is finished.</summary>
public static class JoinableKitchen
{
    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        var counter = new JoinableQueue<string>();
        foreach (var guest in guests)
        {
            var eating = ChildProcess.Create(Eat, guest, counter);
            eating.IsDaemon = true;
            eating.Start();
        }

        var cooking = cooks.Select(cook => ChildProcess.Create(Cook, cook, dishes, counter)).ToList();
        cooking.ForEach(cook => cook.Start());

        // No task is undone before the first dish either: the queue's Join means something only once all dishes are in it.
        cooking.ForEach(cook => cook.Join());
        counter.Join();
        Console.WriteLine("all served");
    }

    private static void Cook(string cook, int dishes, JoinableQueue<string> counter)
    {
        for (var i = 1; i <= dishes; i++)
        {
            var dish = $"{cook}-{i}";
            Console.WriteLine($"{cook} made {dish}");
            counter.Put(dish);
        }
    }

    private static void Eat(string guest, JoinableQueue<string> counter)
    {
        while (true)
        {
            var dish = counter.Get();
            Console.WriteLine($"{guest} ate {dish}");
            counter.TaskDone();
        }
    }
}
