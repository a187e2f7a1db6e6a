// expect: wrong verdict=violation check=failure line=16,22
using ExerciseKit.Multiprocessing;

public static class PoolWork
{
    public static int[] Run(int workers, int[] numbers)
    {
        using var pool = new ProcessPool(workers);
        var results = new List<PoolResult<long>>();
        foreach (var n in numbers)
            results.Add(pool.ApplyAsync(Square, n, _ => Console.WriteLine($"{n} done")));

        pool.Close();
        pool.Join();
        Console.WriteLine("all done");
        return [.. results.Select(result => checked((int)result.Get()))];
    }

    private static long Square(int n)
    {
        Thread.Sleep(TimeSpan.FromSeconds(1));
        return (long)n * n;
    }
}
