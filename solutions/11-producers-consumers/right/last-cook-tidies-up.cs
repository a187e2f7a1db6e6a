using ExerciseKit.Multiprocessing;

public static class Kitchen
{
    private const int Kept = 1;

    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        var counter = new ProcessQueue<(string Dish, bool IsEnd)>();
        // A token for every cook but one: who finds none is the last.
        var stillCooking = new ProcessSemaphore(cooks.Length - Kept);
        foreach (var cook in cooks)
            ChildProcess.Create(Cook, cook, dishes, guests.Length, counter, stillCooking).Start();
        foreach (var guest in guests)
            ChildProcess.Create(Eat, guest, counter).Start();
    }

    private static void Cook(string cook, int dishes, int guests, ProcessQueue<(string Dish, bool IsEnd)> counter, ProcessSemaphore stillCooking)
    {
        for (var i = 1; i <= dishes; i++)
        {
            Console.WriteLine($"{cook} made {cook}-{i}");
            counter.Put(($"{cook}-{i}", false));
        }

        if (stillCooking.TryAcquire())
            return;
        while (guests-- > 0)
            counter.Put(("", true));
    }

    private static void Eat(string guest, ProcessQueue<(string Dish, bool IsEnd)> counter)
    {
        for (var (dish, isEnd) = counter.Get(); !isEnd; (dish, isEnd) = counter.Get())
            Console.WriteLine($"{guest} ate {dish}");
        Console.WriteLine($"({guest} goes home)");
    }
}
