// expect: wrong verdict=violation check=two-workers line=11,17
using ExerciseKit.Multiprocessing;

public static class PoolWork
{
    public static int[] Run(int workers, int[] numbers)
    {
        using var pool = new ProcessPool(workers);
        var results = numbers.Select(n => pool.ApplyAsync(Square, n, _ => Console.WriteLine($"{n} done"))).ToList();
        pool.Close();
        Thread.Sleep(TimeSpan.FromSeconds((numbers.Length + workers - 1) / workers));
        pool.Join();
        Console.WriteLine("all done");
        return [.. results.Select(result => result.Get())];
    }

    private static int Square(int n) => checked(n * n);
}
