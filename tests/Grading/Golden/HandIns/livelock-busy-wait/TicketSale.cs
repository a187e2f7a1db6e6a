using ExerciseKit.Multiprocessing;

public static class TicketSale
{
    public static void Run(string database, string[] users)
    {
        var gate = new ProcessLock();
        foreach (var user in users)
            ChildProcess.Create(Visit, database, user, gate).Start();
    }

    private static void Visit(string database, string user, ProcessLock gate)
    {
        Console.WriteLine($"{user} sees {TicketFile.Read(database)}");
        while (!gate.TryAcquire())
        {
        }

        var left = TicketFile.Read(database);
        Thread.Sleep(100);
        if (left > 0)
            TicketFile.Write(database, left - 1);
        Console.WriteLine(left > 0 ? $"{user} bought a ticket" : $"{user} found none left");
    }
}
