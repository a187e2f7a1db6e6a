// expect: wrong verdict=violation check=sums line=16,17
using ExerciseKit.Multiprocessing;

public static class Adder
{
    public static int[] Run((int X, int Y)[] questions)
    {
        var (client, server) = Pipe.Create();
        var adder = ChildProcess.Create(Serve, server);
        adder.Start();
        server.Close();

        var sums = new int[questions.Length];
        foreach (var question in questions)
            client.Send(question);
        for (var i = questions.Length - 1; i >= 0; i--)
            sums[i] = client.Receive<int>();

        client.Close();
        adder.Join();
        return sums;
    }

    private static void Serve(Connection server)
    {
        while (server.TryReceive<(int X, int Y)>(out var question))
            server.Send(question.X + question.Y);
        Console.WriteLine("server done");
    }
}
