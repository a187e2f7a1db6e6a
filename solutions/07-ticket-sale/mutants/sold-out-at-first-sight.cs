// expect: wrong verdict=violation check=own-process line=18,19
using ExerciseKit.Multiprocessing;

public static class TicketSale
{
    public static void Run(string database, string[] users)
    {
        var counter = new ProcessLock();
        var queue = users.Select(user => ChildProcess.Create(Come, database, user, counter)).ToList();
        queue.ForEach(user => user.Start());
        queue.ForEach(user => user.Join());
    }

    private static void Come(string database, string user, ProcessLock counter)
    {
        var seen = TicketFile.Read(database);
        Console.WriteLine($"{user} sees {seen}");
        var bought = seen > 0 && Buys(database, counter);
        Console.WriteLine(bought ? $"{user} bought a ticket" : $"{user} found none left");
    }

    private static bool Buys(string database, ProcessLock counter)
    {
        using var mine = counter.EnterScope();
        var left = TicketFile.Read(database);
        Thread.Sleep(100);
        if (left > 0)
            TicketFile.Write(database, left - 1);
        return left > 0;
    }
}
