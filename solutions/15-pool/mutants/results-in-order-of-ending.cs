// expect: wrong verdict=violation check=squares line=14
using ExerciseKit.Multiprocessing;

public static class PoolWork
{
    public static int[] Run(int workers, int[] numbers)
    {
        using var pool = new ProcessPool(workers);
        var squares = new List<int>();
        foreach (var n in numbers)
        {
            pool.ApplyAsync(Square, n, square =>
            {
                squares.Add(square);
                Console.WriteLine($"{n} done");
            });
        }

        pool.Close();
        pool.Join();
        Console.WriteLine("all done");
        return [.. squares];
    }

    private static int Square(int n)
    {
        Thread.Sleep(TimeSpan.FromSeconds(1));
        return checked(n * n);
    }
}
