using ExerciseKit.Multiprocessing;

namespace Course.Pipes;

public static class Adder
{
    public static int[] Run((int X, int Y)[] questions)
    {
        var pipe = Pipe.Create(duplex: true);
        var server = new Server(pipe.Left);
        server.Start();
        pipe.Left.Dispose();
        try
        {
            using var connection = pipe.Right;
            return [.. questions.Select(question => Ask(connection, question))];
        }
        finally
        {
            server.Join();
        }
    }

    private static int Ask(Connection connection, (int X, int Y) question)
    {
        connection.Send(new Question(question.X, question.Y));
        return connection.Receive<Answer>().Sum;
    }
}

internal sealed record Question(int X, int Y);

internal sealed record Answer(Question To, int Sum);

internal sealed class Server(Connection connection) : ChildProcess
{
    protected override void Run()
    {
        try
        {
            for (; ; )
            {
                var question = connection.Receive<Question>();
                connection.Send(new Answer(question, checked(question.X + question.Y)));
            }
        }
        catch (EndOfStreamException)
        {
            Console.WriteLine("server done");
        }
    }
}
