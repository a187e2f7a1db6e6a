using ExerciseKit.Multiprocessing;

namespace Course.Counting;

public static class SharedCounter
{
    public static int Run(int workers)
    {
        SharedValue<int> left = new SharedValue<int>(workers);
        ProcessSemaphore one = new ProcessSemaphore(1);
        Worker[] all = new Worker[workers];
        for (int i = 0; i < workers; i++)
        {
            all[i] = new Worker(left, one);
            all[i].Start();
        }

        for (int i = 0; i < workers; i++)
        {
            all[i].Join();
        }

        return left.Value;
    }
}

public class Worker : ChildProcess
{
    private readonly SharedValue<int> left;
    private readonly ProcessSemaphore one;

    public Worker(SharedValue<int> left, ProcessSemaphore one)
    {
        this.left = left;
        this.one = one;
    }

    protected override void Run()
    {
        one.Acquire();
        try
        {
            int value = left.Value;
            Thread.Sleep(20);
            left.Value = value - 1;
            Console.WriteLine("now " + (value - 1));
        }
        finally
        {
            one.Release();
        }
    }
}
