// expect: wrong verdict=violation check=own-process line=8,13,20
using ExerciseKit.Multiprocessing;

public static class TicketSale
{
    public static void Run(string database, string[] users)
    {
        var tickets = TicketFile.Read(database);
        var sold = Math.Min(tickets, users.Length);
        var buyers = users.Select((user, i) => ChildProcess.Create(Visit, database, user, i < sold)).ToList();
        buyers.ForEach(buyer => buyer.Start());
        buyers.ForEach(buyer => buyer.Join());
        TicketFile.Write(database, tickets - sold);
    }

    private static void Visit(string database, string user, bool isLucky)
    {
        Console.WriteLine($"{user} sees {TicketFile.Read(database)}");
        Thread.Sleep(100);
        Console.WriteLine(isLucky ? $"{user} bought a ticket" : $"{user} found none left");
    }
}
