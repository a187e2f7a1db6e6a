// expect: wrong verdict=violation check=in-the-server line=13,14,19
using ExerciseKit.Multiprocessing;

public static class Adder
{
    public static int[] Run((int X, int Y)[] questions)
    {
        var (client, server) = Pipe.Create();
        var sums = new int[questions.Length];
        for (var i = 0; i < questions.Length; i++)
        {
            client.Send(questions[i]);
            var (x, y) = server.Receive<(int X, int Y)>();
            server.Send(x + y);
            sums[i] = client.Receive<int>();
        }

        client.Close();
        Console.WriteLine("server done");
        return sums;
    }
}
