using ExerciseKit.Multiprocessing;

public static class Adder
{
    public static int[] Run((int X, int Y)[] questions)
    {
        var (near, far) = Pipe.Create();
        var server = ChildProcess.Create(Serve, far);
        server.Start();
        far.Close();
        foreach (var (x, y) in questions)
            near.Send($"{x} plus {y}");
        var sums = Array.ConvertAll(questions, _ => int.Parse(near.Receive<string>()));
        near.Close();
        server.Join();
        return sums;
    }

    private static void Serve(Connection client)
    {
        while (client.TryReceive<string>(out var question))
        {
            var numbers = question.Split(" plus ").Select(int.Parse).ToArray();
            client.Send($"{numbers[0] + numbers[1]}");
        }

        Console.WriteLine("server done");
    }
}
