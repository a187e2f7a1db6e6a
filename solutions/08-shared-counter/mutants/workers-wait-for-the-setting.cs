// expect: wrong verdict=violation check=own-process line=12,21
using ExerciseKit.Multiprocessing;

public static class SharedCounter
{
    public static int Run(int workers)
    {
        var counter = new SharedValue<int>(-1);
        var (gate, open) = (new ProcessLock(), new ProcessSemaphore(0));
        var all = Enumerable.Range(0, workers).Select(_ => ChildProcess.Create(Work, counter, gate, open)).ToList();
        all.ForEach(worker => worker.Start());
        counter.Value = workers;
        for (var i = 0; i < workers; i++)
            open.Release();
        all.ForEach(worker => worker.Join());
        return counter.Value;
    }

    private static void Work(SharedValue<int> counter, ProcessLock gate, ProcessSemaphore open)
    {
        open.Acquire();
        using var mine = gate.EnterScope();
        counter.Value--;
    }
}
