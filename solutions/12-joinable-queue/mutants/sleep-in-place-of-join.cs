// expect: wrong verdict=violation check=all-served line=19
using ExerciseKit.Multiprocessing;

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
        cooking.ForEach(cook => cook.Join());
        Thread.Sleep(TimeSpan.FromSeconds(5));
        Console.WriteLine("all served");
    }

    private static void Cook(string cook, int dishes, JoinableQueue<string> counter)
    {
        for (var i = 1; i <= dishes; i++)
        {
            Console.WriteLine($"{cook} made {cook}-{i}");
            counter.Put($"{cook}-{i}");
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
