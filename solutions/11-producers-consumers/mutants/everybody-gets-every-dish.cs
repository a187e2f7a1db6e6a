// expect: wrong verdict=violation check=every-dish-once line=24,25
using ExerciseKit.Multiprocessing;

public static class Kitchen
{
    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        var tables = guests.Select(_ => new ProcessQueue<string?>()).ToArray();
        var cooking = cooks.Select(cook => ChildProcess.Create(Cook, cook, dishes, tables)).ToList();
        var eating = guests.Select((guest, i) => ChildProcess.Create(Eat, guest, tables[i])).ToList();
        eating.ForEach(guest => guest.Start());
        cooking.ForEach(cook => cook.Start());
        cooking.ForEach(cook => cook.Join());
        foreach (var table in tables)
            table.Put(null);
        eating.ForEach(guest => guest.Join());
    }

    private static void Cook(string cook, int dishes, ProcessQueue<string?>[] tables)
    {
        for (var i = 1; i <= dishes; i++)
        {
            Console.WriteLine($"{cook} made {cook}-{i}");
            foreach (var table in tables)
                table.Put($"{cook}-{i}");
        }
    }

    private static void Eat(string guest, ProcessQueue<string?> counter)
    {
        while (counter.Get() is { } dish)
            Console.WriteLine($"{guest} ate {dish}");
    }
}
