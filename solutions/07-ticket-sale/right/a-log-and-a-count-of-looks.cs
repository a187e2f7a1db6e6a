using ExerciseKit.Multiprocessing;

public static class TicketSale
{
    private static readonly TimeSpan NetworkDelay = TimeSpan.FromMilliseconds(100);

    // Beside the task: a file for each buyer, and a count that the same lock guards.
    public static void Run(string database, string[] users)
    {
        var (gate, looks) = (new ProcessLock(), new SharedValue<int>(0));
        var buyers = new List<ChildProcess>();
        foreach (var user in users)
        {
            var buyer = ChildProcess.Create(Visit, database, user, gate, looks);
            buyer.Start();
            buyers.Add(buyer);
        }

        foreach (var buyer in buyers)
            buyer.Join();
    }

    private static void Visit(string database, string user, ProcessLock gate, SharedValue<int> looks)
    {
        Look(database, user);
        File.WriteAllText($"{user}.log", $"{user} saw something");
        using (gate.EnterScope())
        {
            looks.Value++;
            Buy(database, user);
            Console.WriteLine($"{user} bought a ticket or found none, as number {looks.Value}");
        }
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
