using ExerciseKit.Multiprocessing;

public static class Adder
{
    public static int[] Run((int X, int Y)[] questions)
    {
        var (client, server) = Pipe.Create();
        var adder = ChildProcess.Create(Serve, server);
        using (server)
            adder.Start();
        try
        {
            using (client)
                return Array.ConvertAll(questions, question => Ask(client, question.X, question.Y));
        }
        finally
        {
            adder.Join();
        }
    }

    private static int Ask(Connection client, params int[] numbers)
    {
        client.SendBytes([.. numbers.SelectMany(BitConverter.GetBytes)]);
        return BitConverter.ToInt32(client.ReceiveBytes(sizeof(int)));
    }

    private static void Serve(Connection server)
    {
        try
        {
            while (true)
            {
                var question = server.ReceiveBytes(2 * sizeof(int));
                server.SendBytes(BitConverter.GetBytes(BitConverter.ToInt32(question) + BitConverter.ToInt32(question, sizeof(int))));
            }
        }
        catch (EndOfStreamException)
        {
        }

        Console.WriteLine("server done");
    }
}
