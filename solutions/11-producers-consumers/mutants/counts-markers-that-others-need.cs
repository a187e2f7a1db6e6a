// expect: wrong verdict=violation check=nobody-leaves-early line=31,33,36
using ExerciseKit.Multiprocessing;

public static class Kitchen
{
    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        var counter = new ProcessQueue<string?>();
        var cooking = cooks.Select(cook => ChildProcess.Create(Cook, cook, dishes, guests.Length, counter)).ToList();
        var eating = guests.Select(guest => ChildProcess.Create(Eat, guest, cooks.Length, counter)).ToList();
        eating.ForEach(guest => guest.Start());
        cooking.ForEach(cook => cook.Start());
        cooking.ForEach(cook => cook.Join());
        eating.ForEach(guest => guest.Join());
    }

    private static void Cook(string cook, int dishes, int guests, ProcessQueue<string?> counter)
    {
        for (var i = 1; i <= dishes; i++)
        {
            Console.WriteLine($"{cook} made {cook}-{i}");
            counter.Put($"{cook}-{i}");
        }

        for (var i = 0; i < guests; i++)
            counter.Put(null);
    }

    private static void Eat(string guest, int cooks, ProcessQueue<string?> counter)
    {
        while (cooks > 0)
        {
            if (counter.Get() is { } dish)
                Console.WriteLine($"{guest} ate {dish}");
            else
                cooks--;
        }
    }
}
