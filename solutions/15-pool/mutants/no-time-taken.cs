// expect: wrong verdict=violation check=two-workers line=21
using ExerciseKit.Multiprocessing;

public static class PoolWork
{
    public static int[] Run(int workers, int[] numbers)
    {
        using var pool = new ProcessPool(workers);
        var results = new List<PoolResult<int>>();
        foreach (var n in numbers)
            results.Add(pool.ApplyAsync(Square, n, _ => Console.WriteLine($"{n} done")));

        pool.Close();
        pool.Join();
        Console.WriteLine("all done");
        return [.. results.Select(result => result.Get())];
    }

    private static int Square(int n)
    {
        return checked(n * n);
    }
}
