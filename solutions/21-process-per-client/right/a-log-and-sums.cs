using ExerciseKit.Multiprocessing;

public static class Echo
{
    // Beside the task: sums that go home by a queue, a file for each client, and lines of everybody's own.
    public static void Run(string[][] clients)
    {
        var processes = new List<ChildProcess>();
        var sums = new ProcessQueue<int>();
        for (var i = 0; i < clients.Length; i++)
        {
            var (near, far) = Pipe.Create();
            processes.Add(Started(ChildProcess.Create(Serve, far, sums)));
            processes.Add(Started(ChildProcess.Create(Call, i + 1, clients[i], near)));

            // The children have copies of their own; with ours open, no server would meet the end.
            near.Close();
            far.Close();
        }

        foreach (var process in processes)
            process.Join();
        Console.WriteLine($"main: client 1 got {clients.Sum(_ => sums.Get())} answers with all the others");
    }

    private static ChildProcess Started(ChildProcess process)
    {
        process.Start();
        return process;
    }

    private static void Serve(Connection client, ProcessQueue<int> sums)
    {
        var served = 0;
        for (; client.TryReceive<string>(out var text); served++)
            client.Send(text.ToUpperInvariant());
        sums.Put(served);
    }

    private static void Call(int number, string[] texts, Connection server)
    {
        Console.WriteLine($"client {number} got nothing yet");
        foreach (var text in texts)
        {
            server.Send(text);
            Console.WriteLine($"client {number} got {server.Receive<string>()}");
        }

        File.WriteAllText($"client-{number}.log", $"{texts.Length} sent\n");
        Console.WriteLine($"client {number} got {texts.Length} answers");
    }
}
