// expect: wrong verdict=violation check=all-end line=32,33
using ExerciseKit.Multiprocessing;

public static class Echo
{
    public static void Run(string[][] clients)
    {
        var processes = new List<ChildProcess>();
        for (var i = 0; i < clients.Length; i++)
        {
            var (near, far) = Pipe.Create();
            processes.Add(Started(ChildProcess.Create(Serve, far, clients[i].Length)));
            processes.Add(Started(ChildProcess.Create(Call, i + 1, clients[i], near)));

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

    private static void Serve(Connection client, int texts)
    {
        for (var i = 0; i < texts; i++)
            client.Send(client.Receive<string>().ToUpperInvariant());
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
