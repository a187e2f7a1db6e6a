// expect: wrong verdict=violation|deadlock|crash check=answers line=9
using ExerciseKit.Multiprocessing;

public static class Echo
{
    public static void Run(string[][] clients)
    {
        var processes = new List<ChildProcess>();
        var (near, far) = Pipe.Create();
        for (var i = 0; i < clients.Length; i++)
        {
            processes.Add(Started(ChildProcess.Create(Serve, far)));
            processes.Add(Started(ChildProcess.Create(Call, i + 1, clients[i], near)));
        }

        near.Close();
        far.Close();
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
