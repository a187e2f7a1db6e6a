// expect: wrong verdict=violation check=server-ends line=27,29
using ExerciseKit.Multiprocessing;

public static class Adder
{
    public static int[] Run((int X, int Y)[] questions)
    {
        var (client, server) = Pipe.Create();
        var adder = ChildProcess.Create(Serve, server, questions.Length);
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

    private static void Serve(Connection server, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var question = server.Receive<(int X, int Y)>();
            server.Send(question.X + question.Y);
        }

        Console.WriteLine("server done");
    }
}
