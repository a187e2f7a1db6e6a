// expect: wrong verdict=deadlock check=server-ends line=20,21
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
        for (var i = 0; i < questions.Length; i++)
        {
            client.Send(questions[i]);
            sums[i] = client.Receive<int>();
        }

        adder.Join();
        client.Close();
        return sums;
    }

    private static void Serve(Connection server)
    {
        while (server.TryReceive<(int X, int Y)>(out var question))
            server.Send(question.X + question.Y);
        Console.WriteLine("server done");
    }
}
