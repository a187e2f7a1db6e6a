// expect: wrong verdict=violation check=in-the-server line=12,14
using ExerciseKit.Multiprocessing;

public static class Adder
{
    public static int[] Run((int X, int Y)[] questions)
    {
        var (client, server) = Pipe.Create();
        var adder = ChildProcess.Create(Serve, server);
        adder.Start();
        server.Close();
        client.Close();
        adder.Join();
        return [.. questions.Select(q => q.X + q.Y)];
    }

    private static void Serve(Connection server)
    {
        while (server.TryReceive<(int X, int Y)>(out var question))
            server.Send(question.X + question.Y);
        Console.WriteLine("server done");
    }
}
