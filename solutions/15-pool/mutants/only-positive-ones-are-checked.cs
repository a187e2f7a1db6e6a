// expect: wrong verdict=violation check=failure line=21
using ExerciseKit.Multiprocessing;

public static class PoolWork
{
    private const int Largest = 46_340;

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
        return n <= Largest ? n * n : throw new OverflowException($"{n} is too large to be squared.");
    }
}
