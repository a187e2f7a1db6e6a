// expect: wrong verdict=violation check=every-dish-once line=9,34
using ExerciseKit.Multiprocessing;

public static class JoinableKitchen
{
    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        var counter = new JoinableQueue<string>();
        var eating = ChildProcess.Create(Eat, guests, counter);
        eating.IsDaemon = true;
        eating.Start();

        var cooking = cooks.Select(cook => ChildProcess.Create(Cook, cook, dishes, counter)).ToList();
        cooking.ForEach(cook => cook.Start());
        cooking.ForEach(cook => cook.Join());
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

    private static void Eat(string[] guests, JoinableQueue<string> counter)
    {
        for (var i = 0; ; i++)
        {
            var dish = counter.Get();
            Console.WriteLine($"{guests[i % guests.Length]} ate {dish}");
            counter.TaskDone();
        }
    }
}
