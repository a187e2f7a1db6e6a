// expect: wrong verdict=crash check=server-ends line=29
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

        client.Close();
        adder.Join();
        return sums;
    }

    private static void Serve(Connection server)
    {
        while (true)
        {
            var question = server.Receive<(int X, int Y)>();
            server.Send(question.X + question.Y);
        }
    }
}
