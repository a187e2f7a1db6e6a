using ExerciseKit.Multiprocessing;

public static class Kitchen
{
    // Beside the task: a porter who opens and goes, a file of what was eaten, and everybody's sums; the parent's come by a second queue.
    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        var (counter, sums, door) = (new ProcessQueue<string?>(), new ProcessQueue<int>(), new ProcessQueue<string>());
        door.Put("open");
        var porter = ChildProcess.Create(Open, door, guests);
        porter.Start();
        var eating = Array.ConvertAll(guests, guest => ChildProcess.Create(Eat, guest, counter, sums));
        var cooking = Array.ConvertAll(cooks, cook => ChildProcess.Create(Cook, cook, dishes, counter));
        foreach (var child in (ChildProcess[])[.. eating, .. cooking])
            child.Start();
        foreach (var cook in cooking)
            cook.Join();
        foreach (var _ in guests)
            counter.Put(null);
        Console.WriteLine($"main ate {guests.Sum(_ => sums.Get()) - (cooks.Length * dishes)} dishes");
    }

    private static void Open(ProcessQueue<string> door, string[] guests) => Console.WriteLine($"{door.Get()} for {guests.Length}");

    private static void Cook(string cook, int dishes, ProcessQueue<string?> counter)
    {
        for (var n = 1; n <= dishes; n++)
        {
            Console.WriteLine($"{cook} made {cook}-{n}");
            counter.Put($"{cook}-{n}");
        }

        Console.WriteLine($"{cook} made {dishes} dishes");
    }

    private static void Eat(string guest, ProcessQueue<string?> counter, ProcessQueue<int> sums)
    {
        var eaten = 0;
        for (; counter.Get() is { } dish; eaten++)
        {
            Console.WriteLine($"{guest} ate {dish}");
            File.AppendAllText($"{guest}.log", dish + "\n");
        }

        Console.WriteLine($"{guest} ate {eaten} dishes");
        sums.Put(eaten);
    }
}
