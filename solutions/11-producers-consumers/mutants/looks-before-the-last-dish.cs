// expect: wrong verdict=deadlock check=all-go-home line=30,32,33
using ExerciseKit.Multiprocessing;

public static class Kitchen
{
    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        var counter = new ProcessQueue<string?>();
        var closed = new ProcessEvent();
        var cooking = cooks.Select(cook => ChildProcess.Create(Cook, cook, dishes, counter)).ToList();
        var eating = guests.Select(guest => ChildProcess.Create(Eat, guest, counter, closed)).ToList();
        eating.ForEach(guest => guest.Start());
        cooking.ForEach(cook => cook.Start());
        cooking.ForEach(cook => cook.Join());
        closed.Set();
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

    private static void Eat(string guest, ProcessQueue<string?> counter, ProcessEvent closed)
    {
        while (!closed.IsSet || !counter.IsEmpty)
        {
            if (!counter.IsEmpty)
                Console.WriteLine($"{guest} ate {counter.Get()}");
            else
                Thread.Sleep(10);
        }
    }
}
