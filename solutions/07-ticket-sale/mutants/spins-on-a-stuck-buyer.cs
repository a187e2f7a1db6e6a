// expect: wrong verdict=livelock check=sells-what-there-is line=22,23
using ExerciseKit.Multiprocessing;

public static class TicketSale
{
    public static void Run(string database, string[] users)
    {
        var gate = new ProcessLock();
        var buyers = users.Select(user => ChildProcess.Create(Visit, database, user, gate)).ToList();
        buyers.ForEach(buyer => buyer.Start());
        foreach (var buyer in buyers)
        {
            while (buyer.IsAlive)
            {
            }
        }
    }

    private static void Visit(string database, string user, ProcessLock gate)
    {
        Look(database, user);
        gate.Acquire();
        Buy(database, user);
    }

    private static void Look(string database, string user) =>
        Console.WriteLine($"{user} sees {TicketFile.Read(database)}");

    private static void Buy(string database, string user)
    {
        var left = TicketFile.Read(database);
        Thread.Sleep(100);
        if (left > 0)
        {
            TicketFile.Write(database, left - 1);
            Console.WriteLine($"{user} bought a ticket");
        }
        else
        {
            Console.WriteLine($"{user} found none left");
        }
    }
}
