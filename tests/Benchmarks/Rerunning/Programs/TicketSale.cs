using System.Text.Json;
using ExerciseKit.Multiprocessing;

/// <summary>A ticket sale without a lock: three buyers, two tickets. It sells three if two buyers read before either has written.</summary>
public static class TicketSale
{
    public static void Main(string[] args)
    {
        File.WriteAllText("tickets.json", """{"tickets": 2}""");
        Run("tickets.json", int.Parse(args[0]), bool.Parse(args[1]));
    }

    public static void Run(string database, int pauseMilliseconds, bool isWarmed)
    {
        var buyers = new List<ChildProcess>();
        foreach (var user in (string[])["ann", "bob", "cem"])
        {
            if (buyers.Count > 0 && pauseMilliseconds > 0)
                Thread.Sleep(pauseMilliseconds);
            var buyer = ChildProcess.Create(Buy, database, user, isWarmed);
            buyer.Start();
            buyers.Add(buyer);
        }

        buyers.ForEach(buyer => buyer.Join());
    }

    private static void Buy(string database, string user, bool isWarmed)
    {
        if (isWarmed)
        {
            // Each call once on a file of its own: what follows is as quick as it gets.
            Write($"{database}.{user}", 1);
            Console.WriteLine($"{user} is ready, {Read($"{database}.{user}")}");
        }

        var left = Read(database);
        if (left == 0)
        {
            Console.WriteLine($"{user} found none left");
            return;
        }

        Write(database, left - 1);
        Console.WriteLine($"{user} bought a ticket");
    }

    private static int Read(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        return json.RootElement.GetProperty("tickets").GetInt32();
    }

    private static void Write(string path, int tickets)
    {
        var aside = $"{path}.{Environment.ProcessId}";
        File.WriteAllText(aside, $$"""{"tickets": {{tickets}}}""");
        File.Move(aside, path, overwrite: true);
    }
}
