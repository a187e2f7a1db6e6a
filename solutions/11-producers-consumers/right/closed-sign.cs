using ExerciseKit.Multiprocessing;

public static class Kitchen
{
    // No markers: a sign says that the kitchen is closed, and a guest leaves when it is and the queue is empty after that.
    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        var (queue, closed) = (new ProcessQueue<string>(), new ProcessEvent());
        var children = new List<ChildProcess>();
        foreach (var guest in guests)
            children.Add(ChildProcess.Create(Eat, guest, queue, closed));
        var kitchen = ChildProcess.Create(Open, cooks, dishes, queue, closed);
        children.Add(kitchen);
        children.ForEach(child => child.Start());
        children.ForEach(child => child.Join());
    }

    private static void Open(string[] cooks, int dishes, ProcessQueue<string> queue, ProcessEvent closed)
    {
        var staff = Array.ConvertAll(cooks, cook => ChildProcess.Create(Cook, cook, dishes, queue));
        foreach (var cook in staff)
            cook.Start();
        foreach (var cook in staff)
            cook.Join();
        closed.Set();
    }

    private static void Cook(string cook, int dishes, ProcessQueue<string> queue)
    {
        foreach (var dish in Enumerable.Range(1, dishes).Select(i => $"{cook}-{i}"))
        {
            Console.WriteLine($"{cook} made {dish}");
            queue.Put(dish);
        }
    }

    private static void Eat(string guest, ProcessQueue<string> queue, ProcessEvent closed)
    {
        bool last;
        do
        {
            last = closed.IsSet;
            while (queue.TryGet(out var dish, TimeSpan.FromMilliseconds(50)))
                Console.WriteLine($"{guest} ate {dish}");
        }
        while (!last);
    }
}
