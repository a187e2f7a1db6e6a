// expect: wrong verdict=violation check=squares line=9,19
using ExerciseKit.Multiprocessing;

public static class PoolWork
{
    public static int[] Run(int workers, int[] numbers)
    {
        using var pool = new ProcessPool(workers);
        var results = numbers.Select(n => pool.ApplyAsync(TakeTime, (long)n * n, _ => Console.WriteLine($"{n} done"))).ToList();
        pool.Close();
        pool.Join();
        Console.WriteLine("all done");
        return [.. results.Select(result => result.Get())];
    }

    private static int TakeTime(long square)
    {
        Thread.Sleep(1000);
        return checked((int)square);
    }
}
