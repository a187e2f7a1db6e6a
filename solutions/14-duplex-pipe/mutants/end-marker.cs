// expect: wrong verdict=violation|crash check=server-ends line=20,28
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

        client.Send((0, 0));
        adder.Join();
        client.Close();
        return sums;
    }

    private static void Serve(Connection server)
    {
        while (server.Receive<(int X, int Y)>() is var question && question != (0, 0))
            server.Send(question.X + question.Y);
        Console.WriteLine("server done");
    }
}
