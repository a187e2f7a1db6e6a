// expect: wrong verdict=violation check=sells-what-there-is line=18
using ExerciseKit.Multiprocessing;

public static class TicketSale
{
    public static void Run(string database, string[] users)
    {
        var tickets = TicketFile.Read(database);
        var buyers = users.Select((user, i) => ChildProcess.Create(Visit, database, user, i < tickets)).ToList();
        buyers.ForEach(buyer => buyer.Start());
        buyers.ForEach(buyer => buyer.Join());
    }

    private static void Visit(string database, string user, bool isLucky)
    {
        Console.WriteLine($"{user} sees {TicketFile.Read(database)}");
        Thread.Sleep(100);
        Console.WriteLine(isLucky ? $"{user} bought a ticket" : $"{user} found none left");
    }
}
