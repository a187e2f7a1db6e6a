// expect: wrong verdict=violation check=callbacks line=11,23
using ExerciseKit.Multiprocessing;

public static class PoolWork
{
    public static int[] Run(int workers, int[] numbers)
    {
        using var pool = new ProcessPool(workers);
        var results = new List<PoolResult<int>>();
        foreach (var n in numbers)
            results.Add(pool.ApplyAsync(Square, n));

        pool.Close();
        pool.Join();
        Console.WriteLine("all done");
        return [.. results.Select(result => result.Get())];
    }

    private static int Square(int n)
    {
        Thread.Sleep(TimeSpan.FromSeconds(1));
        var square = checked(n * n);
        Console.WriteLine($"{n} done");
        return square;
    }
}
