using ExerciseKit.Multiprocessing;

public static class Echo
{
    public static void Run(string[][] clients)
    {
        var all = new List<ChildProcess>();
        for (var i = 0; i < clients.Length; i++)
        {
            var (near, far) = Pipe.Create();
            ChildProcess[] both = [ChildProcess.Create(Call, i + 1, clients[i], near), ChildProcess.Create(Serve, far)];
            Array.ForEach(both, process => process.Start());
            far.Close();
            all.AddRange(both);
            near.Close();
        }

        all.ForEach(process => process.Join());
    }

    private static void Call(int number, string[] texts, Connection server)
    {
        foreach (var text in texts)
        {
            server.Send(text);
            Console.WriteLine($"client {number} got {server.Receive<string>()}");
        }
    }

    private static void Serve(Connection client)
    {
        while (client.TryReceive<string>(out var text))
            client.Send(text.ToUpperInvariant());
    }
}
