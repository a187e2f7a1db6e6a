using ExerciseKit.Multiprocessing;

public static class SharedCounter
{
    public static int Run(int workers)
    {
        var board = new SharedDictionary<string, object> { ["title"] = "how many are left", ["left"] = workers };
        var journal = new SharedList<string>();
        journal.Add($"{workers} are to come");
        var gate = new ProcessLock();
        var all = Enumerable.Range(1, workers).Select(_ => ChildProcess.Create(Work, board, journal, gate)).ToArray();
        foreach (var worker in all)
            worker.Start();
        foreach (var worker in all)
            worker.Join();
        Console.WriteLine($"{journal.Count - 1} have come");
        return (int)board["left"];
    }

    private static void Work(SharedDictionary<string, object> board, SharedList<string> journal, ProcessLock gate)
    {
        using var held = gate.EnterScope();
        if (board["left"] is not int left)
            return;
        board["left"] = left - 1;
        journal.Add($"{left} -> {left - 1}");
    }
}
