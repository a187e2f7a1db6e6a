using ExerciseKit.Multiprocessing;

public static class SharedCounter
{
    public static int Run(int workers)
    {
        var box = new SharedList<int>();
        box.Add(workers);
        var gate = new ProcessSemaphore(1);
        var all = new Worker[workers];
        for (var i = 0; i < workers; i++)
            (all[i] = new Worker(box, gate)).Start();
        foreach (var worker in all)
            worker.Join();
        return box.ToArray()[0];
    }

    private sealed class Worker(SharedList<int> box, ProcessSemaphore gate) : ChildProcess
    {
        protected override void Run()
        {
            using (gate.EnterScope())
            {
                var left = box.ToArray()[^1];
                box[0] = left - 1;
            }
        }
    }
}
