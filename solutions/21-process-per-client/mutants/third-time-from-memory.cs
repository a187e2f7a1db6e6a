// expect: wrong verdict=violation check=answers line=34,40
using ExerciseKit.Multiprocessing;

public static class Echo
{
    public static void Run(string[][] clients)
    {
        var all = new List<ChildProcess>();
        for (var i = 0; i < clients.Length; i++)
        {
            var (near, far) = Pipe.Create();
            ChildProcess[] both = [ChildProcess.Create(Serve, far), ChildProcess.Create(Call, i + 1, clients[i], near)];
            Array.ForEach(both, process => process.Start());
            near.Close();
            far.Close();
            all.AddRange(both);
        }

        all.ForEach(process => process.Join());
    }

    private static void Serve(Connection client)
    {
        while (client.TryReceive<string>(out var text))
            client.Send(text.ToUpperInvariant());
    }

    private static void Call(int number, string[] texts, Connection server)
    {
        var (answers, times) = (new Dictionary<string, string>(), new Dictionary<string, int>());
        foreach (var text in texts)
        {
            times[text] = times.GetValueOrDefault(text) + 1;
            if (times[text] < 3)
            {
                server.Send(text);
                answers[text] = server.Receive<string>();
            }

            Console.WriteLine($"client {number} got {answers[text]}");
        }

        server.Close();
    }
}
