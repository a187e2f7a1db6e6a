// expect: wrong verdict=violation|crash check=sums line=26
using ExerciseKit.Multiprocessing;

public static class Adder
{
    public static int[] Run((int X, int Y)[] questions)
    {
        var (client, server) = Pipe.Create();
        var adder = ChildProcess.Create(Serve, server);
        adder.Start();
        server.Close();
        int[] sums = [.. questions.Select(question => Ask(client, question))];
        client.Close();
        adder.Join();
        return sums;
    }

    private static int Ask(Connection client, (int X, int Y) question)
    {
        client.Send(question);
        return client.Receive<int>();
    }

    private static void Serve(Connection server)
    {
        while (server.TryReceive<(int X, int Y)>(out var question) && question != (0, 0))
            server.Send(question.X + question.Y);
        Console.WriteLine("server done");
    }
}
