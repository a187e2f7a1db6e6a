using ExerciseKit.Multiprocessing;

public static class TicketSale
{
    private static readonly TimeSpan NetworkDelay = TimeSpan.FromMilliseconds(100);

    // Beside the task: a receipt of each buyer goes into a queue, and the parent makes a report of them and looks once more.
    public static void Run(string database, string[] users)
    {
        var (gate, receipts) = (new ProcessLock(), new ProcessQueue<string>());
        var buyers = new List<ChildProcess>();
        foreach (var user in users)
        {
            var buyer = ChildProcess.Create(Visit, database, user, gate, receipts);
            buyer.Start();
            buyers.Add(buyer);
        }

        foreach (var buyer in buyers)
            buyer.Join();
        File.WriteAllLines("report.txt", users.Select(_ => receipts.Get()));
        Console.WriteLine($"main sees {TicketFile.Read(database)}");
    }

    private static void Visit(string database, string user, ProcessLock gate, ProcessQueue<string> receipts)
    {
        Look(database, user);
        using (gate.EnterScope())
            Buy(database, user);
        receipts.Put($"{user} was here");
    }

    private static void Look(string database, string user) =>
        Console.WriteLine($"{user} sees {TicketFile.Read(database)}");

    private static void Buy(string database, string user)
    {
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
