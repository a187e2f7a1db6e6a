// expect: wrong verdict=violation check=tasks-counted line=19
using ExerciseKit.Multiprocessing;

public static class JoinableKitchen
{
    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        var cooking = cooks.Select((cook, i) => ChildProcess.Create(Cook, cook, guests[i % guests.Length], dishes)).ToList();
        cooking.ForEach(cook => cook.Start());
        cooking.ForEach(cook => cook.Join());
        Console.WriteLine("all served");
    }

    private static void Cook(string cook, string guest, int dishes)
    {
        for (var i = 1; i <= dishes; i++)
        {
            Console.WriteLine($"{cook} made {cook}-{i}");
            Console.WriteLine($"{guest} ate {cook}-{i}");
        }
    }
}
