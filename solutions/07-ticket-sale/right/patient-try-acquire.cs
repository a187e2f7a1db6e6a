using ExerciseKit.Multiprocessing;

public static class TicketSale
{
    public static void Run(string database, string[] users)
    {
        var gate = new ProcessLock();
        var buyers = new Dictionary<string, ChildProcess>();
        foreach (var user in users)
            (buyers[user] = ChildProcess.Create(Visit, gate, new Purchase(user, database))).Start();
        foreach (var (_, buyer) in buyers)
            buyer.Join();
    }

    public static void Visit(ProcessLock gate, Purchase purchase)
    {
        purchase.Look();
        while (!gate.TryAcquire(TimeSpan.FromSeconds(5)))
            Console.WriteLine($"({purchase.User} is still waiting)");

        string outcome;
        try
        {
            outcome = purchase.Complete();
        }
        finally
        {
            gate.Release();
        }

        // The line may come after the lock's release: it does not touch the file.
        Console.WriteLine($"{purchase.User} {outcome}");
    }
}

public record struct Purchase(string User, string Database)
{
    public readonly void Look() => Console.WriteLine($"{User} sees {TicketFile.Read(Database)}");

    public readonly string Complete()
    {
        switch (TicketFile.Read(Database))
        {
            case 0:
                return "found none left";
            case var left:
                Thread.Sleep(100);
                TicketFile.Write(Database, left - 1);
                return "bought a ticket";
        }
    }
}
