using ExerciseKit.Multiprocessing;

public static class Adder
{
    // Beside the task: a second child writes down what was asked and answered. It comes to the end of a stream, too.
    public static int[] Run((int X, int Y)[] questions)
    {
        var (entries, journal) = Pipe.Create(duplex: false);
        var writer = new Writer(entries);
        writer.Start();
        entries.Close();
        var (client, server) = Pipe.Create();
        var adder = ChildProcess.Create(Serve, server, journal);
        adder.Start();
        server.Close();

        journal.Send($"{questions.Length} questions");
        var sums = new List<int>();
        foreach (var (x, y) in questions)
        {
            client.Send(new[] { x, y });
            sums.Add(client.Receive<int>());
            journal.Send($"{x} + {y} = {sums[^1]}");
        }

        client.Close();
        adder.Join();
        journal.Close();
        writer.Join();
        return [.. sums];
    }

    private static void Serve(Connection server, Connection journal)
    {
        journal.Send("the server is there");
        journal.Close();
        using (server)
        {
            while (server.TryReceive<int[]>(out var numbers))
                server.Send(numbers[0] + numbers[1]);
        }

        Console.WriteLine("server done");
    }

    private sealed class Writer(Connection entries) : ChildProcess
    {
        protected override void Run()
        {
            while (entries.TryReceive<string>(out var entry))
                Console.WriteLine($"journal: {entry}");
            Console.WriteLine("journal done");
        }
    }
}
