using ExerciseKit.Multiprocessing;

public static class Kitchen
{
    // Beside the task: a process for each guest that greets and goes, and receipts in a second queue that nobody need read.
    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        var (table, receipts) = (new ProcessQueue<(string Dish, bool IsLast)>(), new ProcessQueue<string>());
        foreach (var guest in guests)
        {
            ChildProcess.Create(Greet, guest).Start();
            ChildProcess.Create(Eat, guest, table).Start();
        }

        var cooking = cooks.Select(cook => ChildProcess.Create(Cook, cook, dishes, table, receipts)).ToList();
        cooking.ForEach(cook => cook.Start());
        cooking.ForEach(cook => cook.Join());
        Console.WriteLine($"main: {cooks[0]} made the first of {cooks.Length * dishes}, perhaps");
        foreach (var _ in guests)
            table.Put(("", true));
    }

    private static void Greet(string guest) => Console.WriteLine($"welcome {guest}");

    private static void Cook(string cook, int dishes, ProcessQueue<(string Dish, bool IsLast)> table, ProcessQueue<string> receipts)
    {
        for (var i = 1; i <= dishes; i++)
        {
            Console.WriteLine($"{cook} made {cook}-{i}");
            table.Put(($"{cook}-{i}", false));
        }

        receipts.Put($"{cook}: {dishes}");
    }

    private static void Eat(string guest, ProcessQueue<(string Dish, bool IsLast)> table)
    {
        while (true)
        {
            var (dish, isLast) = table.Get();
            Console.WriteLine(isLast ? $"{guest} ate well" : $"{guest} ate {dish}");
            if (isLast)
                return;
        }
    }
}
