using System.Text.Json;
using ExerciseKit.Multiprocessing;

public static class TicketSale
{
    public static void Run(string database, string[] users)
    {
        var gate = new ProcessLock();
        var buyers = new ChildProcess[users.Length];
        for (var i = 0; i < users.Length; i++)
        {
            buyers[i] = ChildProcess.Create(Visit, database, users[i], gate);
            buyers[i].Start();
        }

        foreach (var buyer in buyers)
            buyer.Join();
    }

    // File.WriteAllText empties the file before it fills it, so a look needs the lock as well; it lets go of it before it buys.
    private static void Visit(string database, string user, ProcessLock gate)
    {
        int seen;
        using (gate.EnterScope())
            seen = Load(database)["tickets"];
        Console.WriteLine($"{user} sees {seen}");

        bool sold;
        using (gate.EnterScope())
        {
            var data = Load(database);
            Thread.Sleep(100);
            sold = data["tickets"] > 0;
            if (sold)
            {
                data["tickets"]--;
                File.WriteAllText(database, JsonSerializer.Serialize(data));
            }
        }

        Console.WriteLine(sold ? $"{user} bought a ticket" : $"{user} found none left");
    }

    private static Dictionary<string, int> Load(string database) =>
        JsonSerializer.Deserialize<Dictionary<string, int>>(File.ReadAllText(database)) ?? [];
}
