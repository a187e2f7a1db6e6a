// expect: wrong verdict=violation check=server-ends line=26,28
using ExerciseKit.Multiprocessing;

public static class Adder
{
    public static int[] Run((int X, int Y)[] questions)
    {
        var (client, server) = Pipe.Create();
        var adder = ChildProcess.Create(Serve, server, questions.Length);
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

    private static void Serve(Connection server, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var question = server.Receive<(int X, int Y)>();
            server.Send(question.X + question.Y);
        }

        if (!server.TryReceive<(int X, int Y)>(out _))
            Console.WriteLine("server done");
    }
}
