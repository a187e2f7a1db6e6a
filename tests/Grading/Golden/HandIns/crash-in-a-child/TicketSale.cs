using ExerciseKit.Multiprocessing;

public static class TicketSale
{
    public static void Run(string database, string[] users)
    {
        var gate = new ProcessLock();
        var buyers = users.Select(user => ChildProcess.Create(Visit, database, user, gate)).ToList();
        buyers.ForEach(buyer => buyer.Start());
        buyers.ForEach(buyer => buyer.Join());
    }

    private static void Visit(string database, string user, ProcessLock gate)
    {
        Console.WriteLine($"{user} sees {TicketFile.Read(database)}");
        using (gate.EnterScope())
        {
            var left = TicketFile.Read(database);
            Thread.Sleep(100);
            if (left == 0)
                throw new SoldOutException(user);
            TicketFile.Write(database, left - 1);
        }

        Console.WriteLine($"{user} bought a ticket");
    }

    private sealed class SoldOutException(string user) : Exception($"{user} came too late");
}
