using ExerciseKit.Multiprocessing;

// Looks locked: but a static is made anew in each process, and this is made by its static constructor.
public static class TicketSale
{
    private static readonly ProcessLock Gate = new();

    public static void Run(string database, string[] users)
    {
        var buyers = users.Select(user => ChildProcess.Create(Visit, database, user)).ToList();
        buyers.ForEach(buyer => buyer.Start());
        buyers.ForEach(buyer => buyer.Join());
    }

    private static void Visit(string database, string user)
    {
        Console.WriteLine($"{user} sees {TicketFile.Read(database)}");
        using (Gate.EnterScope())
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
