// expect: wrong verdict=violation check=nobody-waits line=39
using ExerciseKit.Multiprocessing;

public static class Echo
{
    public static void Run(string[][] clients)
    {
        var processes = new List<ChildProcess>();
        var turn = new ProcessLock();
        for (var i = 0; i < clients.Length; i++)
        {
            var (near, far) = Pipe.Create();
            processes.Add(Started(ChildProcess.Create(Serve, far)));
            processes.Add(Started(ChildProcess.Create(Call, i + 1, clients[i], near, turn)));

            // The children have copies of their own; with ours open, no server would meet the end.
            near.Close();
            far.Close();
        }

        foreach (var process in processes)
            process.Join();
    }

    private static ChildProcess Started(ChildProcess process)
    {
        process.Start();
        return process;
    }

    private static void Serve(Connection client)
    {
        while (client.TryReceive<string>(out var text))
            client.Send(text.ToUpperInvariant());
    }

    private static void Call(int number, string[] texts, Connection server, ProcessLock turn)
    {
        using var scope = turn.EnterScope();
        foreach (var text in texts)
        {
            server.Send(text);
            Console.WriteLine($"client {number} got {server.Receive<string>()}");
        }
    }
}
