// expect: wrong verdict=violation check=guests-stay line=12,23,39,45
using ExerciseKit.Multiprocessing;

public static class JoinableKitchen
{
    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        var counter = new JoinableQueue<string?>();
        foreach (var guest in guests)
        {
            var eating = ChildProcess.Create(Eat, guest, counter);
            eating.Start();
            var waiter = ChildProcess.Create(Stand, guest, new ProcessEvent());
            waiter.IsDaemon = true;
            waiter.Start();
        }

        var cooking = cooks.Select(cook => ChildProcess.Create(Cook, cook, dishes, counter)).ToList();
        cooking.ForEach(cook => cook.Start());
        cooking.ForEach(cook => cook.Join());
        counter.Join();
        foreach (var _ in guests)
            counter.Put(null);
        counter.Join();
        Console.WriteLine("all served");
    }

    private static void Cook(string cook, int dishes, JoinableQueue<string?> counter)
    {
        for (var i = 1; i <= dishes; i++)
        {
            Console.WriteLine($"{cook} made {cook}-{i}");
            counter.Put($"{cook}-{i}");
        }
    }

    private static void Eat(string guest, JoinableQueue<string?> counter)
    {
        while (counter.Get() is { } dish)
        {
            Console.WriteLine($"{guest} ate {dish}");
            counter.TaskDone();
        }

        counter.TaskDone();
    }

    private static void Stand(string guest, ProcessEvent bell) => bell.Wait();
}
