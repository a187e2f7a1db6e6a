using ExerciseKit.Multiprocessing;

/// <summary>A counter that many processes change.</summary>
public static class SharedCounter
{
    private const string Left = "left";

    public static int Run(int workers)
    {
        var counter = new SharedDictionary<string, int> { [Left] = workers };
        var gate = new ProcessLock();
        var children = new List<ChildProcess>();
        for (var i = 0; i < workers; i++)
        {
            var child = ChildProcess.Create(Work, counter, gate);
            child.Start();
            children.Add(child);
        }

        foreach (var child in children)
            child.Join();
        return counter[Left];
    }

    private static void Work(SharedDictionary<string, int> counter, ProcessLock gate)
    {
        var most = 0;
        for (var look = 0; look < 8; look++)
            most = Math.Max(most, counter[Left]);
        using (gate.EnterScope())
            counter[Left]--;
        Console.WriteLine($"there were up to {most}");
    }
}
