using ExerciseKit.Multiprocessing;

namespace Course.Locks;

public static class Ledger
{
    public static void Run(string[] clerks)
    {
        ProcessReentrantLock mutex = new ProcessReentrantLock();
        Clerk[] all = new Clerk[clerks.Length];
        for (int i = 0; i < clerks.Length; i++)
        {
            all[i] = new Clerk(clerks[i], mutex);
        }

        for (int i = 0; i < clerks.Length; i++)
        {
            all[i].Start();
        }

        for (int i = 0; i < clerks.Length; i++)
        {
            all[i].Join();
        }
    }
}

public class Clerk : ChildProcess
{
    private readonly string clerk;
    private readonly ProcessReentrantLock mutex;

    public Clerk(string clerk, ProcessReentrantLock mutex)
    {
        this.clerk = clerk;
        this.mutex = mutex;
    }

    protected override void Run()
    {
        mutex.Acquire();
        try
        {
            Console.WriteLine(clerk + " begins");
            Write();
            Console.WriteLine(clerk + " ends");
        }
        finally
        {
            mutex.Release();
        }
    }

    private void Write()
    {
        mutex.Acquire();
        try
        {
            Console.WriteLine(clerk + " writes");
        }
        finally
        {
            mutex.Release();
        }
    }
}
