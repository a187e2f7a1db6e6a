// expect: wrong verdict=crash check=sums line=12
using ExerciseKit.Multiprocessing;

public static class Adder
{
    public static int[] Run((int X, int Y)[] questions)
    {
        var (client, server) = Pipe.Create();
        var adder = ChildProcess.Create(Serve, server);
        adder.Start();
        server.Close();
        var sums = questions.ToDictionary(question => question, question =>
        {
            client.Send(question);
            return client.Receive<int>();
        });
        client.Close();
        adder.Join();
        return [.. questions.Select(question => sums[question])];
    }

    private static void Serve(Connection server)
    {
        while (server.TryReceive<(int X, int Y)>(out var question))
            server.Send(question.X + question.Y);
        Console.WriteLine("server done");
    }
}
