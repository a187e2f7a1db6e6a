// expect: wrong verdict=violation check=own-process line=16
// The children are waited for by nobody but the end of the whole program.
using ExerciseKit.Multiprocessing;

public static class TicketSale
{
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
    }

    private static void Visit(string database, string user, ProcessLock gate)
    {
        Look(database, user);
        // From the read to the write nobody else may buy; looking needs no lock, since TicketFile replaces the file in one step.
        using (gate.EnterScope())
            Buy(database, user);
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
