// expect: wrong verdict=violation check=own-process line=13,19
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
            ends.Add(far);
            processes.Add(Started(ChildProcess.Create(Call, i + 1, clients[i], near)));

            near.Close();
        }

        processes.Add(Started(ChildProcess.Create(Serve, ends.ToArray())));
        ends.ForEach(end => end.Close());

        foreach (var process in processes)
            process.Join();
    }

    private static ChildProcess Started(ChildProcess process)
    {
        process.Start();
        return process;
    }

    private static void Serve(Connection[] clients)
    {
        var open = clients.ToList();
        while (open.Count > 0)
        {
            foreach (var client in open.ToList())
            {
                if (!client.Poll(TimeSpan.FromMilliseconds(10)))
                    continue;
                if (client.TryReceive<string>(out var text))
                    client.Send(text.ToUpperInvariant());
                else
                    open.Remove(client);
            }
        }
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
