// expect: wrong verdict=violation check=condition line=27,33
using ExerciseKit.Multiprocessing;

public static class Gate
{
    public static void Run(int visitors, int[] admissions)
    {
        var tickets = new ProcessSemaphore(0);
        var inside = new SharedValue<int>(0);
        var change = new ProcessCondition();
        var children = Enumerable.Range(1, visitors).Select(i => ChildProcess.Create(Visit, i, tickets, inside, change)).ToList();
        children.Add(ChildProcess.Create(KeepTheDoor, admissions, tickets, inside, change));
        children.ForEach(child => child.Start());
        children.ForEach(child => child.Join());
    }

    private static void KeepTheDoor(int[] admissions, ProcessSemaphore tickets, SharedValue<int> inside, ProcessCondition change)
    {
        var admitted = 0;
        foreach (var n in admissions)
        {
            Console.WriteLine($"doorkeeper admits {n}");
            for (var i = 0; i < n; i++)
                tickets.Release();
            admitted += n;
            using (change.EnterScope())
                change.WaitFor(() => inside.Value == admitted);
        }
    }

    private static void Visit(int i, ProcessSemaphore tickets, SharedValue<int> inside, ProcessCondition change)
    {
        tickets.Acquire();
        Console.WriteLine($"visitor {i} enters");
        using (change.EnterScope())
        {
            inside.Value++;
            change.NotifyAll();
        }
    }
}
