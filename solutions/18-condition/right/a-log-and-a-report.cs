using ExerciseKit.Multiprocessing;

public static class Gate
{
    // Besides: a log of each visitor's own, lines for debugging, and a report by the parent of what the visitors tell it.
    public static void Run(int visitors, int[] admissions)
    {
        Console.WriteLine($"doorkeeper admits {visitors} in all, in {admissions.Length} groups");
        var places = new SharedValue<int>(0);
        var gate = new ProcessCondition();
        var told = new ProcessQueue<string>();
        var children = Enumerable.Range(1, visitors).Select(i => ChildProcess.Create(Visit, i, places, gate, told)).ToList();
        children.ForEach(child => child.Start());
        foreach (var n in admissions)
        {
            gate.Acquire();
            Console.WriteLine($"doorkeeper admits {n}");
            places.Value += n;
            gate.NotifyAll();
            gate.Release();
        }

        var report = children.Select(_ => told.Get()).ToArray();
        File.WriteAllLines("report.txt", report);
        Console.WriteLine($"doorkeeper: the last one was {report[^1]}");
        children.ForEach(child => child.Join());
    }

    private static void Visit(int i, SharedValue<int> places, ProcessCondition gate, ProcessQueue<string> told)
    {
        Console.WriteLine($"visitor {i} comes");
        using (gate.EnterScope())
        {
            if (places.Value == 0)
                File.WriteAllText($"visitor-{i}.log", "has to wait");
            while (places.Value == 0)
                gate.Wait();
            places.Value--;
            Console.WriteLine($"visitor {i} enters");
        }

        told.Put($"visitor {i}");
        Console.WriteLine($"visitor {i} enters the hall");
    }
}
