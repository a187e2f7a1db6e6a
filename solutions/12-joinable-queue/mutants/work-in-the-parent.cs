// expect: wrong verdict=violation check=every-dish-once line=10,13
using ExerciseKit.Multiprocessing;

public static class JoinableKitchen
{
    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        var counter = new JoinableQueue<string>();
        foreach (var cook in cooks)
            Cook(cook, dishes, counter);
        while (counter.TryGet(out var dish))
        {
            Console.WriteLine($"{guests[0]} ate {dish}");
            counter.TaskDone();
        }

        counter.Join();
        Console.WriteLine("all served");
    }

    private static void Cook(string cook, int dishes, JoinableQueue<string> counter)
    {
        for (var i = 1; i <= dishes; i++)
        {
            Console.WriteLine($"{cook} made {cook}-{i}");
            counter.Put($"{cook}-{i}");
        }
    }
}
