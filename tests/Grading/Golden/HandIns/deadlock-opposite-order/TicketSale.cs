using ExerciseKit.Multiprocessing;

public static class TicketSale
{
    public static void Run(string database, string[] users)
    {
        var file = new ProcessLock();
        var till = new ProcessLock();
        var buyers = users.Select((user, i) => i == 0
            ? ChildProcess.Create(Visit, database, user, file, till)
            : ChildProcess.Create(Visit, database, user, till, file)).ToList();
        foreach (var buyer in buyers)
        {
            buyer.Start();
            // By luck of the clock the first is done before the second begins.
            Thread.Sleep(400);
        }

        buyers.ForEach(buyer => buyer.Join());
    }

    private static void Visit(string database, string user, ProcessLock first, ProcessLock second)
    {
        Console.WriteLine($"{user} sees {TicketFile.Read(database)}");
        first.Acquire();
        second.Acquire();
        var left = TicketFile.Read(database);
        Thread.Sleep(100);
        if (left > 0)
            TicketFile.Write(database, left - 1);
        Console.WriteLine(left > 0 ? $"{user} bought a ticket" : $"{user} found none left");
        second.Release();
        first.Release();
    }
}
