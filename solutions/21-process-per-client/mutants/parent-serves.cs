// expect: wrong verdict=violation check=own-process line=19
using ExerciseKit.Multiprocessing;

public static class Echo
{
    public static void Run(string[][] clients)
    {
        var processes = new List<ChildProcess>();
        var ends = new List<Connection>();
        for (var i = 0; i < clients.Length; i++)
        {
            var (near, far) = Pipe.Create();
            processes.Add(Started(ChildProcess.Create(Call, i + 1, clients[i], near)));

            near.Close();
            ends.Add(far);
        }

        ends.ForEach(Serve);
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

    private static void Call(int number, string[] texts, Connection server)
    {
        foreach (var text in texts)
        {
            server.Send(text);
            Console.WriteLine($"client {number} got {server.Receive<string>()}");
        }
    }
}
