using ExerciseKit.Multiprocessing;

public static class TicketSale
{
    public static void Run(string database, string[] users)
    {
        ProcessLock mutex = new ProcessLock();
        Buyer[] buyers = new Buyer[users.Length];
        for (int i = 0; i < users.Length; i++)
        {
            buyers[i] = new Buyer(users[i], database, mutex);
        }

        for (int i = 0; i < users.Length; i++)
        {
            buyers[i].Start();
        }

        for (int i = 0; i < users.Length; i++)
        {
            buyers[i].Join();
        }
    }
}

public class Buyer : ChildProcess
{
    private readonly string user;
    private readonly string database;
    private readonly ProcessLock mutex;

    public Buyer(string user, string database, ProcessLock mutex)
    {
        this.user = user;
        this.database = database;
        this.mutex = mutex;
    }

    protected override void Run()
    {
        Search();
        mutex.Acquire();
        try
        {
            Buy();
        }
        finally
        {
            mutex.Release();
        }
    }

    private void Search()
    {
        int tickets = TicketFile.Read(database);
        Console.WriteLine(user + " sees " + tickets);
    }

    private void Buy()
    {
        int tickets = TicketFile.Read(database);
        Thread.Sleep(100);
        if (tickets > 0)
        {
            tickets = tickets - 1;
            TicketFile.Write(database, tickets);
            Console.WriteLine(user + " bought a ticket");
        }
        else
        {
            Console.WriteLine(user + " found none left");
        }
    }
}
