using ExerciseKit.Multiprocessing;

public static class SharedCounter
{
    public static int Run(int workers)
    {
        var board = new SharedDictionary<string, int>([new("workers", workers), new("left", workers)]);
        var turn = new ProcessReentrantLock();
        var all = new List<ChildProcess>();
        while (all.Count < workers)
        {
            all.Add(ChildProcess.Create(Leave, board, turn));
            all[^1].Start();
        }

        foreach (var worker in all)
            worker.Join();
        return board.ToDictionary(entry => entry.Key, entry => entry.Value)["left"];
    }

    private static void Leave(SharedDictionary<string, int> board, ProcessReentrantLock turn)
    {
        using var mine = turn.EnterScope();
        board["left"] = board["left"] - 1;
    }
}
