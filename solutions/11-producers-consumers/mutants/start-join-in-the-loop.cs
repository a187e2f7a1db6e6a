// expect: wrong verdict=violation check=side-by-side line=15
using ExerciseKit.Multiprocessing;

public static class Kitchen
{
    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        var counter = new ProcessQueue<string?>();
        var cooking = cooks.Select(cook => ChildProcess.Create(Cook, cook, dishes, counter)).ToList();
        var eating = guests.Select(guest => ChildProcess.Create(Eat, guest, counter)).ToList();
        eating.ForEach(guest => guest.Start());
        foreach (var cook in cooking)
        {
            cook.Start();
            cook.Join();
        }

        eating.ForEach(_ => counter.Put(null));
        eating.ForEach(guest => guest.Join());
    }

    private static void Cook(string cook, int dishes, ProcessQueue<string?> counter)
    {
        for (var i = 1; i <= dishes; i++)
        {
            Console.WriteLine($"{cook} made {cook}-{i}");
            counter.Put($"{cook}-{i}");
        }
    }

    private static void Eat(string guest, ProcessQueue<string?> counter)
    {
        while (counter.Get() is { } dish)
            Console.WriteLine($"{guest} ate {dish}");
    }
}
