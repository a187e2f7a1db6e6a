// expect: wrong verdict=violation check=any-number line=9,18
using ExerciseKit.Multiprocessing;

public static class SharedCounter
{
    public static int Run(int workers)
    {
        var counter = new SharedValue<int>(workers);
        var gate = new ProcessSemaphore(workers > 4 ? 2 : 1);
        var children = Enumerable.Range(0, workers).Select(_ => ChildProcess.Create(Work, counter, gate)).ToList();
        children.ForEach(child => child.Start());
        children.ForEach(child => child.Join());
        return counter.Value;
    }

    private static void Work(SharedValue<int> counter, ProcessSemaphore gate)
    {
        using (gate.EnterScope())
            counter.Value--;
    }
}
