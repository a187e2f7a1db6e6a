// expect: wrong verdict=violation check=tasks-counted line=23,26,46
using ExerciseKit.Multiprocessing;

public static class JoinableKitchen
{
    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        var (counter, bills, eaten) = (new JoinableQueue<string>(), new JoinableQueue<string>(), new ProcessSemaphore(0));
        foreach (var guest in guests)
        {
            var eating = ChildProcess.Create(Eat, guest, counter, bills, eaten);
            eating.IsDaemon = true;
            eating.Start();
        }

        var cooking = cooks.Select(cook => ChildProcess.Create(Cook, cook, dishes, counter)).ToList();
        cooking.ForEach(cook => cook.Start());
        cooking.ForEach(cook => cook.Join());
        for (var i = 0; i < cooks.Length * dishes; i++)
        {
            eaten.Acquire();
            bills.Get();
            bills.TaskDone();
        }

        bills.Join();
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

    private static void Eat(string guest, JoinableQueue<string> counter, JoinableQueue<string> bills, ProcessSemaphore eaten)
    {
        while (true)
        {
            var dish = counter.Get();
            Console.WriteLine($"{guest} ate {dish}");
            counter.TaskDone();
            bills.Put(dish);
            eaten.Release();
        }
    }
}
