// expect: wrong verdict=violation check=two-workers line=10
using ExerciseKit.Multiprocessing;

public static class PoolWork
{
    private const int Cores = 2;

    public static int[] Run(int workers, int[] numbers)
    {
        using var pool = new ProcessPool(Math.Min(workers, Cores));
        var results = numbers.Select(n => pool.ApplyAsync(Square, n, _ => Console.WriteLine($"{n} done"))).ToList();
        pool.Close();
        pool.Join();
        Console.WriteLine("all done");
        return [.. results.Select(result => result.Get())];
    }

    private static int Square(int n)
    {
        Thread.Sleep(1000);
        return checked(n * n);
    }
}
