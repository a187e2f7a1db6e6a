// expect: wrong verdict=violation check=all-done line=14,15
using ExerciseKit.Multiprocessing;

public static class PoolWork
{
    public static int[] Run(int workers, int[] numbers)
    {
        using var pool = new ProcessPool(workers);
        var results = new List<PoolResult<int>>();
        foreach (var n in numbers)
            results.Add(pool.ApplyAsync(Square, n, _ => Console.WriteLine($"{n} done")));

        int[] squares = [.. results.Select(result => result.Get())];
        pool.Terminate();
        Console.WriteLine("all done");
        return squares;
    }

    private static int Square(int n)
    {
        Thread.Sleep(TimeSpan.FromSeconds(1));
        return checked(n * n);
    }
}
