using ExerciseKit.Multiprocessing;

public static class Adder
{
    private const string Log = "adder.log";

    // Beside the task: the server says hello first and keeps a log of its own, and the client reports and does the sums again.
    public static int[] Run((int X, int Y)[] questions)
    {
        var (client, server) = Pipe.Create();
        var adder = ChildProcess.Create(Serve, server);
        adder.Start();
        server.Close();
        Console.WriteLine($"the server says {client.Receive<string>()}");
        var sums = questions.Select(question => Ask(client, question)).ToArray();
        client.Close();
        adder.Join();

        Console.WriteLine($"log: {string.Join("; ", File.ReadAllLines(Log))}");
        File.Delete(Log);
        var right = questions.Zip(sums).Count(pair => pair.First.X + pair.First.Y == pair.Second);
        Console.WriteLine($"{right} of {questions.Length} answers are right, the server is done");
        return sums;
    }

    private static int Ask(Connection client, (int X, int Y) question)
    {
        client.Send(question);
        var sum = client.Receive<int>();
        Console.WriteLine($"{question.X} + {question.Y} = {sum}");
        return sum;
    }

    private static void Serve(Connection server)
    {
        File.WriteAllText(Log, "begun\n");
        server.Send("hello");
        while (server.TryReceive<(int X, int Y)>(out var question))
        {
            File.AppendAllText(Log, $"asked for {question}\n");
            server.Send(question.X + question.Y);
        }

        Console.WriteLine("server done");
    }
}
