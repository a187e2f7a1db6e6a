using ExerciseKit.Multiprocessing;

public static class PoolWork
{
    public static int[] Run(int workers, int[] numbers)
    {
        var pool = new ProcessPool(workers);
        var results = numbers.Select(n => Submit(pool, n)).ToList();
        results.ForEach(result => result.Wait());
        pool.Close();
        pool.Join();
        Console.WriteLine("all done");
        return results.ConvertAll(result => checked((int)result.Get())).ToArray();
    }

    private static PoolResult<long> Submit(ProcessPool pool, int n) =>
        pool.ApplyAsync(Square, n, _ => Console.WriteLine($"{n} done"), e => Console.WriteLine($"{n} failed: {e.Message}"));

    private static long Square(int n)
    {
        Thread.Sleep(TimeSpan.FromSeconds(1));
        long square = (long)n * n;
        return square <= int.MaxValue ? square : throw new OverflowException($"The square of {n} is too large.");
    }
}
