// expect: wrong verdict=violation check=in-the-server line=9,20,27
using ExerciseKit.Multiprocessing;

public static class Adder
{
    public static int[] Run((int X, int Y)[] questions)
    {
        var (client, server) = Pipe.Create();
        var adder = ChildProcess.Create(Serve, server, questions);
        adder.Start();
        server.Close();
        int[] sums = [.. Enumerable.Range(0, questions.Length).Select(_ => Next(client))];
        client.Close();
        adder.Join();
        return sums;
    }

    private static int Next(Connection client)
    {
        client.Send("next");
        return client.Receive<int>();
    }

    private static void Serve(Connection server, (int X, int Y)[] questions)
    {
        for (var i = 0; server.TryReceive<string>(out _); i++)
            server.Send(questions[i].X + questions[i].Y);
        Console.WriteLine("server done");
    }
}
