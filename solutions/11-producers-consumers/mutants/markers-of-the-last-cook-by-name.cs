// expect: wrong verdict=violation check=nobody-leaves-early line=9,25,26
using ExerciseKit.Multiprocessing;

public static class Kitchen
{
    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        var counter = new ProcessQueue<string?>();
        var cooking = cooks.Select(cook => ChildProcess.Create(Cook, cook, dishes, cook == cooks[^1] ? guests.Length : 0, counter)).ToList();
        var eating = guests.Select(guest => ChildProcess.Create(Eat, guest, counter)).ToList();
        eating.ForEach(guest => guest.Start());
        cooking.ForEach(cook => cook.Start());
        cooking.ForEach(cook => cook.Join());
        eating.ForEach(guest => guest.Join());
    }

    private static void Cook(string cook, int dishes, int markers, ProcessQueue<string?> counter)
    {
        for (var i = 1; i <= dishes; i++)
        {
            Console.WriteLine($"{cook} made {cook}-{i}");
            counter.Put($"{cook}-{i}");
        }

        for (var i = 0; i < markers; i++)
            counter.Put(null);
    }

    private static void Eat(string guest, ProcessQueue<string?> counter)
    {
        while (counter.Get() is { } dish)
            Console.WriteLine($"{guest} ate {dish}");
    }
}
