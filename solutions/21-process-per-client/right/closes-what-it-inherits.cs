using ExerciseKit.Multiprocessing;

public static class Echo
{
    // As after a fork: every process has every end, and closes all but its own.
    public static void Run(string[][] clients)
    {
        var lines = clients.Select(_ => Pipe.Create()).ToArray();
        var ends = lines.SelectMany(line => new[] { line.Left, line.Right }).ToArray();
        var processes = clients
            .SelectMany((texts, i) => new[] { ChildProcess.Create(Call, ends, i, texts), ChildProcess.Create(Serve, ends, i) })
            .ToList();
        processes.ForEach(process => process.Start());
        foreach (var end in ends)
            end.Close();
        processes.ForEach(process => process.Join());
    }

    private static void Serve(Connection[] ends, int client)
    {
        using var mine = Only(ends, (2 * client) + 1);
        while (mine.TryReceive<string>(out var text))
            mine.Send(text.ToUpperInvariant());
    }

    private static void Call(Connection[] ends, int client, string[] texts)
    {
        using var mine = Only(ends, 2 * client);
        foreach (var text in texts)
        {
            mine.Send(text);
            Console.WriteLine($"client {client + 1} got {mine.Receive<string>()}");
        }
    }

    private static Connection Only(Connection[] ends, int mine)
    {
        for (var i = 0; i < ends.Length; i++)
        {
            if (i != mine)
                ends[i].Close();
        }

        return ends[mine];
    }
}
