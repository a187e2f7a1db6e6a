// expect: wrong verdict=violation check=ends-closed line=16,19
using ExerciseKit.Multiprocessing;

public static class Echo
{
    public static void Run(string[][] clients)
    {
        var (all, open) = (new List<ChildProcess>(), new List<Connection>());
        for (var i = 0; i < clients.Length; i++)
        {
            var (near, far) = Pipe.Create();
            ChildProcess[] both = [ChildProcess.Create(Call, i + 1, clients[i], near), ChildProcess.Create(Serve, far)];
            Array.ForEach(both, process => process.Start());
            far.Close();
            all.AddRange(both);
            if (clients[i].Length > 0)
                near.Close();
            else
                open.Add(near);
        }

        for (var i = 0; i < all.Count; i += 2)
            all[i].Join();
        open.ForEach(end => end.Close());
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
