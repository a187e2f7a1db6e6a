using ExerciseKit.Multiprocessing;

public static class Echo
{
    // As at a socket: clients knock with a pipe of their own, and the server starts a process for whoever comes next.
    public static void Run(string[][] clients)
    {
        var door = new ProcessQueue<Connection>();
        var server = ChildProcess.Create(Accept, door, clients.Length);
        server.Start();
        var children = clients.Select((texts, i) => ChildProcess.Create(Call, i + 1, texts, door)).ToList();
        children.ForEach(child => child.Start());
        children.ForEach(child => child.Join());
        server.Join();
    }

    private static void Accept(ProcessQueue<Connection> door, int clients)
    {
        for (var i = 0; i < clients; i++)
        {
            using var client = door.Get();
            ChildProcess.Create(Serve, client).Start();
        }
    }

    private static void Serve(Connection client)
    {
        using (client)
        {
            while (client.TryReceive<Text>(out var text))
                client.Send(text with { Value = text.Value.ToUpperInvariant() });
        }
    }

    private static void Call(int number, string[] texts, ProcessQueue<Connection> door)
    {
        var (mine, servers) = Pipe.Create();
        door.Put(servers);
        servers.Close();
        foreach (var text in texts)
        {
            mine.Send(new Text(number, text));
            Console.WriteLine($"client {number} got {mine.Receive<Text>().Value}");
        }

        mine.Close();
    }

    private sealed record Text(int Client, string Value);
}
