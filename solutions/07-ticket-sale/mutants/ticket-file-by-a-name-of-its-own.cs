// expect: wrong verdict=crash|violation check=sells-what-there-is line=36
using ExerciseKit.Multiprocessing;

public static class TicketSale
{
    private const string Known = "ticket_data.json";
    private static readonly TimeSpan NetworkDelay = TimeSpan.FromMilliseconds(100);

    public static void Run(string database, string[] users)
    {
        var gate = new ProcessLock();
        var buyers = new List<ChildProcess>();
        foreach (var user in users)
        {
            var buyer = ChildProcess.Create(Visit, database, user, gate);
            buyer.Start();
            buyers.Add(buyer);
        }

        foreach (var buyer in buyers)
            buyer.Join();
    }

    private static void Visit(string database, string user, ProcessLock gate)
    {
        Look(database, user);
        using (gate.EnterScope())
            Buy(database, user);
    }

    private static void Look(string database, string user) =>
        Console.WriteLine($"{user} sees {TicketFile.Read(database)}");

    private static void Buy(string database, string user)
    {
        database = Known;
        var left = TicketFile.Read(database);
        Thread.Sleep(NetworkDelay);
        if (left == 0)
        {
            Console.WriteLine($"{user} found none left");
            return;
        }

        TicketFile.Write(database, left - 1);
        Console.WriteLine($"{user} bought a ticket");
    }
}
