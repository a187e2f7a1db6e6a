using ExerciseKit.Multiprocessing;

public static class PoolWork
{
    public static int[] Run(int workers, int[] numbers)
    {
        using var pool = new ProcessPool(workers);
        var results = numbers.Select(n => pool.ApplyAsync<int, Func<int>>(Square, n, _ => Console.WriteLine($"{n} done"))).ToList();
        pool.Close();
        pool.Join();
        Console.WriteLine("all done");
        return [.. results.Select(r => r.Get()())];
    }

    private static Func<int> Square(int n)
    {
        Thread.Sleep(1000);
        return () => n * n;
    }
}
