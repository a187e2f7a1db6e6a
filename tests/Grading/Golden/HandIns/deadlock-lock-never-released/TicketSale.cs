using ExerciseKit.Multiprocessing;

public static class TicketSale
{
    public static void Run(string database, string[] users)
    {
        var gate = new ProcessLock();
        gate.Acquire();
        var buyers = users.Select(user => ChildProcess.Create(Visit, database, user, gate)).ToList();
        buyers.ForEach(buyer => buyer.Start());
        foreach (var buyer in buyers)
            buyer.Join();
        gate.Release();
    }

    private static void Visit(string database, string user, ProcessLock gate)
    {
        Console.WriteLine($"{user} sees {TicketFile.Read(database)}");
        using (gate.EnterScope())
            Buy(database, user);
    }

    private static void Buy(string database, string user)
    {
        var left = TicketFile.Read(database);
        Thread.Sleep(100);
        if (left > 0)
            TicketFile.Write(database, left - 1);
        Console.WriteLine(left > 0 ? $"{user} bought a ticket" : $"{user} found none left");
    }
}
