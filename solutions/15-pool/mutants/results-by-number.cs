// expect: wrong verdict=crash check=one-worker line=11
using ExerciseKit.Multiprocessing;

public static class PoolWork
{
    public static int[] Run(int workers, int[] numbers)
    {
        using var pool = new ProcessPool(workers);
        var results = new Dictionary<int, PoolResult<int>>();
        foreach (var n in numbers)
            results.Add(n, pool.ApplyAsync(Square, n, _ => Console.WriteLine($"{n} done")));

        pool.Close();
        pool.Join();
        Console.WriteLine("all done");
        return [.. numbers.Select(n => results[n].Get())];
    }

    private static int Square(int n)
    {
        Thread.Sleep(TimeSpan.FromSeconds(1));
        return checked(n * n);
    }
}
