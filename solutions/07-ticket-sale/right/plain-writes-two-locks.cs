using System.Text.Json;
using System.Text.Json.Serialization;
using ExerciseKit.Multiprocessing;

public static class TicketSale
{
    public static void Run(string database, string[] users)
    {
        var counter = new Counter(database, Queue: new ProcessLock(), Access: new ProcessLock());
        var buyers = users.Select(user => ChildProcess.Create(Visit, user, counter)).ToList();
        buyers.ForEach(buyer => buyer.Start());
        buyers.ForEach(buyer => buyer.Join());
    }

    private static void Visit(string user, Counter counter)
    {
        Console.WriteLine($"{user} sees {counter.Read()}");
        Console.WriteLine(counter.Sell() ? $"{user} bought a ticket" : $"{user} found none left");
    }
}

// File.WriteAllText leaves the file empty for a moment. So every single read or write holds one lock, for that moment only;
// a whole purchase holds another one, and whoever only looks does not wait for that.
internal sealed record Counter(string Database, ProcessLock Queue, ProcessLock Access)
{
    public int Read()
    {
        using (Access.EnterScope())
            return JsonSerializer.Deserialize<Stock>(File.ReadAllText(Database))!.Tickets;
    }

    public bool Sell()
    {
        using var turn = Queue.EnterScope();
        var left = Read();
        Thread.Sleep(100);
        if (left <= 0)
            return false;
        Write(left - 1);
        return true;
    }

    private void Write(int tickets)
    {
        using (Access.EnterScope())
            File.WriteAllText(Database, JsonSerializer.Serialize(new Stock(tickets)));
    }

    private sealed record Stock([property: JsonPropertyName("tickets")] int Tickets);
}
