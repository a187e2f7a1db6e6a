// expect: wrong verdict=violation check=ends-closed line=9,11,25,26
using ExerciseKit.Multiprocessing;

public static class Echo
{
    public static void Run(string[][] clients)
    {
        var lines = clients.Select(_ => Pipe.Create()).ToList();
        var handlers = lines.Select(line => line.Right).ToArray();
        var processes = clients
            .SelectMany((texts, i) => new[] { ChildProcess.Create(Serve, handlers, i), ChildProcess.Create(Call, i + 1, texts, lines[i].Left) })
            .ToList();
        processes.ForEach(process => process.Start());
        foreach (var (near, far) in lines)
        {
            near.Close();
            far.Close();
        }

        processes.ForEach(process => process.Join());
    }

    private static void Serve(Connection[] handlers, int own)
    {
        var client = handlers[own];
        while (client.TryReceive<string>(out var text))
            client.Send(text.ToUpperInvariant());
    }

    private static void Call(int number, string[] texts, Connection server)
    {
        foreach (var text in texts)
        {
            server.Send(text);
            Console.WriteLine($"client {number} got {server.Receive<string>()}");
        }
    }
}
