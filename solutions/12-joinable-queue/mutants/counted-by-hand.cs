// expect: wrong verdict=violation check=tasks-counted line=8,9,20,21,40
using ExerciseKit.Multiprocessing;

public static class JoinableKitchen
{
    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        var counter = new ProcessQueue<string>();
        var done = new ProcessSemaphore(0);
        foreach (var guest in guests)
        {
            var eating = ChildProcess.Create(Eat, guest, counter, done);
            eating.IsDaemon = true;
            eating.Start();
        }

        var cooking = cooks.Select(cook => ChildProcess.Create(Cook, cook, dishes, counter)).ToList();
        cooking.ForEach(cook => cook.Start());
        cooking.ForEach(cook => cook.Join());
        for (var i = 0; i < cooks.Length * dishes; i++)
            done.Acquire();
        Console.WriteLine("all served");
    }

    private static void Cook(string cook, int dishes, ProcessQueue<string> counter)
    {
        for (var i = 1; i <= dishes; i++)
        {
            Console.WriteLine($"{cook} made {cook}-{i}");
            counter.Put($"{cook}-{i}");
        }
    }

    private static void Eat(string guest, ProcessQueue<string> counter, ProcessSemaphore done)
    {
        while (true)
        {
            var dish = counter.Get();
            Console.WriteLine($"{guest} ate {dish}");
            done.Release();
        }
    }
}
