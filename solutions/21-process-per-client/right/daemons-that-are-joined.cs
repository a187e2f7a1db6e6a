using System.Text;
using ExerciseKit.Multiprocessing;

public static class Echo
{
    // Bytes in place of objects; servers that would not keep anybody waiting, and are waited for all the same.
    public static void Run(string[][] clients)
    {
        var lines = clients.Select(_ => Pipe.Create()).ToArray();
        var servers = lines.Select(line => ChildProcess.Create(Serve, line.Right)).ToArray();
        var callers = lines.Select((line, i) => ChildProcess.Create(Call, line.Left, i + 1, clients[i])).ToArray();
        foreach (var server in servers)
        {
            server.IsDaemon = true;
            server.Start();
        }

        foreach (var caller in callers.Reverse())
            caller.Start();
        foreach (var (left, right) in lines)
        {
            left.Close();
            right.Close();
        }

        Array.ForEach([.. servers, .. callers], child => child.Join());
    }

    private static void Serve(Connection client)
    {
        try
        {
            for (; ; )
                client.SendBytes(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(client.ReceiveBytes()).ToUpperInvariant()));
        }
        catch (EndOfStreamException)
        {
            Console.WriteLine("(a client has gone)");
        }
    }

    private static void Call(Connection server, int number, string[] texts)
    {
        foreach (var text in texts)
        {
            server.SendBytes(Encoding.UTF8.GetBytes(text));
            Console.WriteLine($"client {number} got {Encoding.UTF8.GetString(server.ReceiveBytes())}");
        }
    }
}
