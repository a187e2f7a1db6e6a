using ExerciseKit.Multiprocessing;

/// <summary>Waits again and again for each result, says so each time, and closes the pool after the last.</summary>
public static class PoolWork
{
    public static int[] Run(int workers, int[] numbers)
    {
        using var pool = new ProcessPool(workers);
        var results = numbers.Select(n => pool.ApplyAsync(Square, n, _ => Console.WriteLine($"{n} done"))).ToList();
        foreach (var result in results)
        {
            for (var minutes = 5; !result.Wait(TimeSpan.FromMinutes(minutes));)
                Console.WriteLine($"it is not there after {minutes} minutes, so wait again, as long as it takes");
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
