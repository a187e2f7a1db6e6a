// expect: wrong verdict=violation check=no-oversell line=28
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
        using (gate.EnterScope())
            Buy(database, user);
    }

    private static void Look(string database, string user) =>
        Console.WriteLine($"{user} sees {TicketFile.Read(database)}");

    private static void Buy(string database, string user)
    {
        var left = TicketFile.Read(database);
        Thread.Sleep(100);
        if (left >= 0)
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
