using ExerciseKit.Multiprocessing;

public static class TicketSale
{
    public static void Run(string database, string[] users)
    {
        var counter = new ProcessSemaphore(1);
        var queue = Array.ConvertAll(users, user => ChildProcess.Create(Come, database, user, counter));
        foreach (var user in queue)
            user.Start();
        foreach (var user in queue)
            user.Join();
    }

    // Where there is nothing to sell the others need not wait for the network.
    private static void Come(string database, string user, ProcessSemaphore counter)
    {
        Console.WriteLine($"{user} sees {TicketFile.Read(database)}");
        counter.Acquire();
        var left = TicketFile.Read(database);
        if (left == 0)
        {
            counter.Release();
            Thread.Sleep(100);
            Console.WriteLine($"{user} found none left");
            return;
        }

        Thread.Sleep(100);
        TicketFile.Write(database, left - 1);
        counter.Release();
        Console.WriteLine($"{user} bought a ticket");
    }
}
