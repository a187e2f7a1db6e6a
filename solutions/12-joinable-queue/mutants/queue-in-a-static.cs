// expect: wrong verdict=violation|deadlock check=all-served line=6,20,29,37
using ExerciseKit.Multiprocessing;

public static class JoinableKitchen
{
    private static readonly JoinableQueue<string> Counter = new();

    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        foreach (var guest in guests)
        {
            var eating = ChildProcess.Create(Eat, guest);
            eating.IsDaemon = true;
            eating.Start();
        }

        var cooking = cooks.Select(cook => ChildProcess.Create(Cook, cook, dishes)).ToList();
        cooking.ForEach(cook => cook.Start());
        cooking.ForEach(cook => cook.Join());
        Counter.Join();
        Console.WriteLine("all served");
    }

    private static void Cook(string cook, int dishes)
    {
        for (var i = 1; i <= dishes; i++)
        {
            Console.WriteLine($"{cook} made {cook}-{i}");
            Counter.Put($"{cook}-{i}");
        }
    }

    private static void Eat(string guest)
    {
        while (true)
        {
            var dish = Counter.Get();
            Console.WriteLine($"{guest} ate {dish}");
            Counter.TaskDone();
        }
    }
}
