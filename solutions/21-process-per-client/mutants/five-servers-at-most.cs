// expect: wrong verdict=violation check=own-process line=13,15,16
using ExerciseKit.Multiprocessing;

public static class Echo
{
    const int Servers = 5;

    public static void Run(string[][] clients)
    {
        var all = new List<ChildProcess>();
        var ends = clients.Select(_ => Pipe.Create()).ToArray();
        for (var i = 0; i < clients.Length; i++) all.Add(ChildProcess.Create(Client, i + 1, clients[i], ends[i].Left, ends.Where((_, j) => j != i).SelectMany(e => new[] { e.Left, e.Right }).Append(ends[i].Right).ToArray()));
        for (var s = 0; s < Math.Min(Servers, clients.Length); s++)
        {
            var mine = ends.Where((_, j) => j % Servers == s).Select(e => e.Right).ToArray();
            all.Add(ChildProcess.Create(Serve, mine));
        }
        all.ForEach(p => p.Start());
        foreach (var (l, r) in ends)
        {
            l.Close();
            r.Close();
        }
        all.ForEach(p => p.Join());
    }

    static void Client(int number, string[] texts, Connection line, Connection[] others)
    {
        foreach (var o in others) o.Close();
        foreach (var text in texts)
        {
            line.Send(text);
            Console.WriteLine($"client {number} got {line.Receive<string>()}");
        }
        line.Close();
    }

    static void Serve(Connection[] lines)
    {
        foreach (var line in lines)
        {
            while (line.TryReceive<string>(out var text)) line.Send(text.ToUpper());
            line.Close();
        }
    }
}
