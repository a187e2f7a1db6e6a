// expect: wrong verdict=violation check=in-the-server line=20,21
using ExerciseKit.Multiprocessing;

public static class Adder
{
    public static int[] Run((int X, int Y)[] questions)
    {
        var (near, far) = Pipe.Create();
        var server = ChildProcess.Create(Serve, far);
        server.Start();
        far.Close();
        var sums = Array.ConvertAll(questions, question => Sum(near, question));
        near.Close();
        server.Join();
        return sums;
    }

    private static int Sum(Connection server, (int X, int Y) question)
    {
        if (question.X == 0 || question.Y == 0)
            return question.X | question.Y;
        server.Send(question);
        return server.Receive<int>();
    }

    private static void Serve(Connection client)
    {
        while (client.TryReceive<(int X, int Y)>(out var question))
            client.Send(question.X + question.Y);
        Console.WriteLine("server done");
    }
}
