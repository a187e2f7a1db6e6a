// expect: wrong verdict=violation check=no-oversell line=16,19
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
        var seen = TicketFile.Read(database);
        Console.WriteLine($"{user} sees {seen}");
        using (gate.EnterScope())
            Buy(database, user, seen);
    }

    private static void Buy(string database, string user, int left)
    {
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
