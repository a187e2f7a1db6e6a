using ExerciseKit.Multiprocessing;

public static class SharedCounter
{
    // Whoever writes it tells what it holds now: the one who comes last tells what it holds in the end.
    public static int Run(int workers)
    {
        var (counter, gate, news) = (new SharedDictionary<string, int>(), new ProcessLock(), new ProcessQueue<int>());
        counter["left"] = workers;
        var all = Enumerable.Range(0, workers).Select(_ => ChildProcess.Create(Work, counter, gate, news)).ToList();
        all.ForEach(worker => worker.Start());
        var left = counter["left"];
        foreach (var _ in all)
            left = news.Get();
        all.ForEach(worker => worker.Join());
        return left;
    }

    private static void Work(SharedDictionary<string, int> counter, ProcessLock gate, ProcessQueue<int> news)
    {
        using var mine = gate.EnterScope();
        var left = counter["left"] - 1;
        counter["left"] = left;
        news.Put(left);
    }
}
