// expect: wrong verdict=violation check=plenty line=13,29
using ExerciseKit.Multiprocessing;

public static class TicketSale
{
    public static void Run(string database, string[] users)
    {
        var gate = new ProcessLock();
        var decided = new ProcessQueue<string>();
        foreach (var user in users)
        {
            var buyer = ChildProcess.Create(Visit, database, user, gate, decided);
            buyer.IsDaemon = true;
            buyer.Start();
        }

        foreach (var _ in users)
            decided.Get();
    }

    private static void Visit(string database, string user, ProcessLock gate, ProcessQueue<string> decided)
    {
        using (gate.EnterScope())
            Console.WriteLine($"{user} sees {TicketFile.Read(database)}");
        using (gate.EnterScope())
        {
            var left = TicketFile.Read(database);
            Console.WriteLine(left == 0 ? $"{user} found none left" : $"{user} bought a ticket");
            decided.Put(user);
            if (left > 0)
                File.WriteAllText(database, $$"""{"tickets": {{left - 1}}}""");
        }
    }
}
