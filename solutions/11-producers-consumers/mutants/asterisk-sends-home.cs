// expect: wrong verdict=violation check=every-dish-once line=31
using ExerciseKit.Multiprocessing;

public static class Kitchen
{
    private const string Closed = "*";

    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        var hatch = new ProcessQueue<string>();
        var cooking = cooks.Select(cook => ChildProcess.Create(Cook, cook, dishes, hatch)).ToList();
        var eating = guests.Select(guest => ChildProcess.Create(Eat, guest, hatch)).ToList();
        cooking.ForEach(cook => cook.Start());
        eating.ForEach(guest => guest.Start());
        cooking.ForEach(cook => cook.Join());
        eating.ForEach(_ => hatch.Put(Closed));
        eating.ForEach(guest => guest.Join());
    }

    private static void Cook(string cook, int dishes, ProcessQueue<string> hatch)
    {
        for (var i = 1; i <= dishes; i++)
        {
            Console.WriteLine($"{cook} made {cook}-{i}");
            hatch.Put($"{cook}-{i}");
        }
    }

    private static void Eat(string guest, ProcessQueue<string> hatch)
    {
        while (hatch.Get() is var dish && !dish.StartsWith(Closed, StringComparison.Ordinal))
            Console.WriteLine($"{guest} ate {dish}");
    }
}
