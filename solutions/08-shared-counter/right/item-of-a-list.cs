using ExerciseKit.Multiprocessing;

public static class SharedCounter
{
    public static int Run(int workers)
    {
        var counter = new SharedList<int>([workers]);
        var gate = new ProcessReentrantLock();
        var children = Enumerable.Range(0, workers).Select(_ => ChildProcess.Create(TakeOne, counter, gate)).ToList();
        children.ForEach(child => child.Start());
        children.ForEach(child => child.Join());
        return counter[0];
    }

    private static void TakeOne(SharedList<int> counter, ProcessReentrantLock gate)
    {
        gate.Acquire();
        try
        {
            counter[0] -= 1;
        }
        finally
        {
            gate.Release();
        }
    }
}
