// expect: wrong verdict=violation check=callbacks line=11
using ExerciseKit.Multiprocessing;

public static class PoolWork
{
    // As many lines as tasks are done, but not of those that are.
    public static int[] Run(int workers, int[] numbers)
    {
        using var pool = new ProcessPool(workers);
        var named = 0;
        var results = numbers.Select(n => pool.ApplyAsync(Square, n, _ => Console.WriteLine($"{numbers[^++named]} done"))).ToList();
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
