// expect: wrong verdict=violation check=own-process line=9,11
using ExerciseKit.Multiprocessing;

public static class TicketSale
{
    public static void Run(string database, string[] users)
    {
        foreach (var user in users)
            Look(database, user);
        foreach (var user in users)
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
