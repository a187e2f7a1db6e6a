// expect: wrong verdict=deadlock check=sells-what-there-is line=30,31
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
        Look(database, user);
        Buy(database, user, gate);
    }

    private static void Look(string database, string user) =>
        Console.WriteLine($"{user} sees {TicketFile.Read(database)}");

    private static void Buy(string database, string user, ProcessLock gate)
    {
        gate.Acquire();
        var left = TicketFile.Read(database);
        Thread.Sleep(100);
        if (left == 0)
        {
            Console.WriteLine($"{user} found none left");
            return;
        }

        TicketFile.Write(database, left - 1);
        gate.Release();
        Console.WriteLine($"{user} bought a ticket");
    }
}
