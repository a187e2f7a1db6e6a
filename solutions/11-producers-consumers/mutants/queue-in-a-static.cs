// expect: wrong verdict=deadlock check=all-go-home line=6,15,24,30
using ExerciseKit.Multiprocessing;

public static class Kitchen
{
    private static readonly ProcessQueue<string?> Counter = new();

    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        var cooking = cooks.Select(cook => ChildProcess.Create(Cook, cook, dishes)).ToList();
        var eating = guests.Select(guest => ChildProcess.Create(Eat, guest)).ToList();
        eating.ForEach(guest => guest.Start());
        cooking.ForEach(cook => cook.Start());
        cooking.ForEach(cook => cook.Join());
        eating.ForEach(_ => Counter.Put(null));
        eating.ForEach(guest => guest.Join());
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
        while (Counter.Get() is { } dish)
            Console.WriteLine($"{guest} ate {dish}");
    }
}
