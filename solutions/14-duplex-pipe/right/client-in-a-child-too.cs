using ExerciseKit.Multiprocessing;

public static class Adder
{
    public static int[] Run((int X, int Y)[] questions)
    {
        var results = new ProcessQueue<int>();
        var (near, far) = Pipe.Create();
        var server = ChildProcess.Create(Serve, (near, far));
        var client = ChildProcess.Create(Ask, (near, far), questions, results);
        server.Start();
        client.Start();
        near.Close();
        far.Close();
        var sums = Array.ConvertAll(questions, _ => results.Get());
        client.Join();
        server.Join();
        return sums;
    }

    private static void Ask((Connection Near, Connection Far) pipe, (int X, int Y)[] questions, ProcessQueue<int> results)
    {
        pipe.Far.Close();
        foreach (var (x, y) in questions)
        {
            pipe.Near.Send($"{x} {y}");
            var answer = pipe.Near.Receive<string>();
            Console.WriteLine($"{x} + {y} = {answer}");
            results.Put(int.Parse(answer));
        }

        pipe.Near.Close();
    }

    private static void Serve((Connection Near, Connection Far) pipe)
    {
        pipe.Near.Close();
        using var connection = pipe.Far;
        while (connection.TryReceive<string>(out var question))
        {
            var numbers = question.Split(' ').Select(int.Parse);
            connection.Send($"{numbers.Sum()}");
        }

        Console.WriteLine("server done");
    }
}
