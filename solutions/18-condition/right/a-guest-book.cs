using ExerciseKit.Multiprocessing;

public static class Gate
{
    // The doorkeeper is a child. Besides: a walk before the gate, a guest book with a lock of its own, and a parent that looks now and then how far they are.
    public static void Run(int visitors, int[] admissions)
    {
        var (places, gate) = (new SharedDictionary<string, int>(), new ProcessCondition(new ProcessReentrantLock()));
        places["free"] = 0;
        var (book, pen) = (new SharedList<string>(), new ProcessLock());
        var all = new List<ChildProcess> { ChildProcess.Create(KeepTheDoor, admissions, places, gate) };
        for (var i = 1; i <= visitors; i++)
            all.Add(ChildProcess.Create(Visit, i, new Hall(places, gate, book, pen)));
        foreach (var process in all)
            process.Start();
        foreach (var process in all)
        {
            while (!process.Join(TimeSpan.FromSeconds(5)))
                Console.WriteLine($"main: {book.Count} in the book");
        }
    }

    private static void KeepTheDoor(int[] admissions, SharedDictionary<string, int> places, ProcessCondition gate)
    {
        foreach (var n in admissions)
        {
            using (gate.EnterScope())
            {
                Console.WriteLine($"doorkeeper admits {n}");
                places["free"] += n;
                gate.Notify(n);
            }
        }
    }

    private static void Visit(int i, Hall hall)
    {
        Thread.Sleep(10);
        using (hall.Gate.EnterScope())
        {
            while (!hall.Gate.WaitFor(() => hall.Places["free"] > 0, TimeSpan.FromSeconds(30)))
                Console.WriteLine($"visitor {i} is still waiting");
            hall.Places["free"]--;
            Console.WriteLine($"visitor {i} enters");
        }

        using (hall.Pen.EnterScope())
            hall.Book.Add($"visitor {i}");
    }

    private sealed record Hall(SharedDictionary<string, int> Places, ProcessCondition Gate, SharedList<string> Book, ProcessLock Pen);
}
