// expect: wrong verdict=violation check=squares line=19,20
using ExerciseKit.Multiprocessing;

public static class PoolWork
{
    public static int[] Run(int workers, int[] numbers)
    {
        using var pool = new ProcessPool(workers);
        var results = numbers.Select(n => pool.ApplyAsync(Square, n, _ => Console.WriteLine($"{n} done"))).ToList();
        pool.Close();
        pool.Join();
        Console.WriteLine("all done");
        return [.. results.Select(result => result.Get())];
    }

    private static int Square(int n)
    {
        Thread.Sleep(1000);
        float x = n;
        return checked((int)(x * x));
    }
}
