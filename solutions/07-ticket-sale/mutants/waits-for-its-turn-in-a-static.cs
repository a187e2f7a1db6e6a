// expect: wrong verdict=hang check=sells-what-there-is line=6,19,25
using ExerciseKit.Multiprocessing;

public static class TicketSale
{
    private static int turn;

    public static void Run(string database, string[] users)
    {
        var gate = new ProcessLock();
        var buyers = users.Select((user, i) => ChildProcess.Create(Visit, database, user, gate, i)).ToList();
        buyers.ForEach(buyer => buyer.Start());
        buyers.ForEach(buyer => buyer.Join());
    }

    private static void Visit(string database, string user, ProcessLock gate, int mine)
    {
        Look(database, user);
        while (turn != mine)
        {
        }

        using (gate.EnterScope())
            Buy(database, user);
        turn++;
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
