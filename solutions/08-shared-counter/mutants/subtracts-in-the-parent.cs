// expect: wrong verdict=violation check=ends-at-zero line=14,18,21
using ExerciseKit.Multiprocessing;

public static class SharedCounter
{
    public static int Run(int workers)
    {
        var board = new SharedDictionary<string, long>();
        board["to come"] = workers;
        var gate = new ProcessLock();
        var all = new ChildProcess[workers];
        for (var i = 0; i < workers; i++)
            (all[i] = ChildProcess.Create(Work, board, gate)).Start();
        var left = workers;
        foreach (var worker in all)
        {
            worker.Join();
            left--;
        }

        return left;
    }

    private static void Work(SharedDictionary<string, long> board, ProcessLock gate)
    {
        using var mine = gate.EnterScope();
        board["to come"] -= 1;
    }
}
