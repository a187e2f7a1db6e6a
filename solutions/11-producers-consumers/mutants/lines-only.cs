// expect: wrong verdict=violation check=made-then-eaten line=19,25
using ExerciseKit.Multiprocessing;

public static class Kitchen
{
    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        var cooking = cooks.Select(cook => ChildProcess.Create(Cook, cook, dishes)).ToList();
        var eating = guests.Select((guest, i) => ChildProcess.Create(Eat, guest, i, cooks, guests.Length, dishes)).ToList();
        cooking.ForEach(cook => cook.Start());
        eating.ForEach(guest => guest.Start());
        cooking.ForEach(cook => cook.Join());
        eating.ForEach(guest => guest.Join());
    }

    private static void Cook(string cook, int dishes)
    {
        for (var i = 1; i <= dishes; i++)
            Console.WriteLine($"{cook} made {cook}-{i}");
    }

    private static void Eat(string guest, int place, string[] cooks, int guests, int dishes)
    {
        for (var i = place; i < cooks.Length * dishes; i += guests)
            Console.WriteLine($"{guest} ate {cooks[i / dishes]}-{i % dishes + 1}");
    }
}
