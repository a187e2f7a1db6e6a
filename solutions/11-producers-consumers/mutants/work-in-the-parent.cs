// expect: wrong verdict=violation check=every-dish-once line=10,12
using ExerciseKit.Multiprocessing;

public static class Kitchen
{
    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        var counter = new ProcessQueue<string?>();
        foreach (var cook in cooks)
            Cook(cook, dishes, counter);
        counter.Put(null);
        Eat(guests[0], counter);
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
