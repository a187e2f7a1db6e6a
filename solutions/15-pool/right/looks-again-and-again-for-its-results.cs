using ExerciseKit.Multiprocessing;

/// <summary>Looks again and again whether a result is there, and closes the pool after the last.</summary>
public static class PoolWork
{
    public static int[] Run(int workers, int[] numbers)
    {
        using var pool = new ProcessPool(workers);
        var results = numbers.Select(n => pool.ApplyAsync(Square, n, _ => Console.WriteLine($"{n} done"))).ToList();
        foreach (var result in results)
        {
            while (!result.Wait(TimeSpan.FromMilliseconds(500)))
            {
            }
        }

        pool.Close();
        pool.Join();
        Console.WriteLine("all done");
        return [.. results.Select(result => result.Get())];
    }

    private static int Square(int n)
    {
        Thread.Sleep(TimeSpan.FromSeconds(1));
        return checked(n * n);
    }
}
