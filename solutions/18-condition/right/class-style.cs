using ExerciseKit.Multiprocessing;

namespace Course.Conditions;

public static class Gate
{
    public static void Run(int visitors, int[] admissions)
    {
        ProcessLock mutex = new ProcessLock();
        ProcessCondition changed = new ProcessCondition(mutex);
        SharedDictionary<string, int> book = new SharedDictionary<string, int>();
        book["places"] = 0;
        Doorkeeper doorkeeper = new Doorkeeper(admissions, book, changed);
        List<ChildProcess> all = new List<ChildProcess>();
        all.Add(doorkeeper);
        for (int i = 1; i <= visitors; i++)
        {
            all.Add(new Visitor(i, book, mutex, changed));
        }

        foreach (ChildProcess process in all)
        {
            process.Start();
        }

        foreach (ChildProcess process in all)
        {
            process.Join();
        }
    }
}

public class Doorkeeper(int[] admissions, SharedDictionary<string, int> book, ProcessCondition changed) : ChildProcess
{
    protected override void Run()
    {
        foreach (int n in admissions)
        {
            changed.Acquire();
            try
            {
                Console.WriteLine("doorkeeper admits " + n);
                book["places"] = book["places"] + n;
                changed.Notify(n);
            }
            finally
            {
                changed.Release();
            }

            Thread.Sleep(100);
        }
    }
}

public class Visitor(int number, SharedDictionary<string, int> book, ProcessLock mutex, ProcessCondition changed) : ChildProcess
{
    protected override void Run()
    {
        mutex.Acquire();
        while (book["places"] == 0)
        {
            changed.Wait();
        }

        book["places"] = book["places"] - 1;
        Console.WriteLine("visitor " + number + " enters");
        mutex.Release();
    }
}
