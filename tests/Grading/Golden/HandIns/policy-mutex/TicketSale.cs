public static class TicketSale
{
    public static void Run(string database, string[] users)
    {
        using var mutex = new Mutex(false, "tickets");
        mutex.WaitOne();
        lock (database)
            Console.WriteLine(users.Length);
        mutex.ReleaseMutex();
    }
}
