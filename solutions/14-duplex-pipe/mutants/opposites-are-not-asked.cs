// expect: wrong verdict=violation check=in-the-server line=14
using ExerciseKit.Multiprocessing;

public static class Adder
{
    public static int[] Run((int X, int Y)[] questions)
    {
        var (here, there) = Pipe.Create();
        var adder = ChildProcess.Create(Add, there);
        adder.Start();
        there.Close();
        var sums = new List<int>();
        foreach (var (x, y) in questions)
            sums.Add(x + (long)y == 0 ? 0 : Asked(here, x, y));
        here.Close();
        adder.Join();
        return [.. sums];
    }

    private static int Asked(Connection adder, int x, int y)
    {
        adder.Send(new[] { x, y });
        return adder.Receive<int>();
    }

    private static void Add(Connection client)
    {
        while (client.TryReceive<int[]>(out var numbers))
            client.Send(numbers.Aggregate((sum, next) => unchecked(sum + next)));
        Console.WriteLine("server done");
    }
}
