// expect: wrong verdict=violation check=sums line=16,19,24
using ExerciseKit.Multiprocessing;

public static class Adder
{
    public static int[] Run((int X, int Y)[] questions)
    {
        var (client, server) = Pipe.Create();
        var adder = ChildProcess.Create(Serve, server);
        adder.Start();
        server.Close();
        foreach (var question in questions)
            client.Send(question);
        client.Close();
        adder.Join();
        return [.. Sums];
    }

    private static readonly List<int> Sums = [];

    private static void Serve(Connection server)
    {
        while (server.TryReceive<(int X, int Y)>(out var question))
            Sums.Add(question.X + question.Y);
        Console.WriteLine("server done");
    }
}
