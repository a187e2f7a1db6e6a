using ExerciseKit.Multiprocessing;

/// <summary>A kitchen: cooks make dishes, guests eat them, and a queue lies between.</summary>
public static class Kitchen
{
    private const string? EndMarker = null;

    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        var counter = new ProcessQueue<string?>();
        var cooking = cooks.Select(cook => ChildProcess.Create(Cook, cook, dishes, counter)).ToList();
        var eating = guests.Select(guest => ChildProcess.Create(Eat, guest, counter)).ToList();
        eating.ForEach(guest => guest.Start());
        cooking.ForEach(cook => cook.Start());

        // Only when the slowest cook is done is it true that no dish will come after the markers.
        cooking.ForEach(cook => cook.Join());
        eating.ForEach(_ => counter.Put(EndMarker));
        eating.ForEach(guest => guest.Join());
    }

    private static void Cook(string cook, int dishes, ProcessQueue<string?> counter)
    {
        for (var i = 1; i <= dishes; i++)
        {
            var dish = $"{cook}–{i}";
            Console.WriteLine($"{cook} made {dish}");
            counter.Put(dish);
        }
    }

    private static void Eat(string guest, ProcessQueue<string?> counter)
    {
        while (counter.Get() is { } dish)
            Console.WriteLine($"{guest} ate {dish}");
    }
}
