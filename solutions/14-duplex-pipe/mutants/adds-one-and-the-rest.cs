// expect: wrong verdict=violation check=in-the-server line=13,21
using ExerciseKit.Multiprocessing;

public static class Adder
{
    // The parent has added before; what is left to the server is one.
    public static int[] Run((int X, int Y)[] questions)
    {
        var (client, server) = Pipe.Create();
        var adder = ChildProcess.Create(Serve, server);
        adder.Start();
        server.Close();
        int[] sums = [.. questions.Select(question => Ask(client, question.X + question.Y - 1))];
        client.Close();
        adder.Join();
        return sums;
    }

    private static int Ask(Connection client, int rest)
    {
        client.Send((rest, 1));
        return client.Receive<int>();
    }

    private static void Serve(Connection server)
    {
        while (server.TryReceive<(int X, int Y)>(out var question))
            server.Send(question.X + question.Y);
        Console.WriteLine("server done");
    }
}
