using ExerciseKit.Multiprocessing;

namespace Course.Locks;

public static class Mutex
{
    public static void Run(string[] users, int lines)
    {
        ProcessLock mutex = new ProcessLock();
        Printer[] printers = new Printer[users.Length];
        for (int i = 0; i < users.Length; i++)
        {
            printers[i] = new Printer(users[i], lines, mutex);
        }

        for (int i = users.Length - 1; i >= 0; i--)
        {
            printers[i].Start();
        }

        for (int i = 0; i < users.Length; i++)
        {
            printers[i].Join();
        }
    }
}

public class Printer : ChildProcess
{
    private readonly string user;
    private readonly int lines;
    private readonly ProcessLock mutex;

    public Printer(string user, int lines, ProcessLock mutex)
    {
        this.user = user;
        this.lines = lines;
        this.mutex = mutex;
    }

    protected override void Run()
    {
        mutex.Acquire();
        try
        {
            Console.WriteLine(user + " begins");
            for (int i = 0; i < lines; i++)
            {
                Console.WriteLine(user + " line " + (i + 1));
            }

            Console.WriteLine(user + " ends");
        }
        finally
        {
            mutex.Release();
        }
    }
}
