// expect: wrong verdict=violation check=squares line=10,15,21
using ExerciseKit.Multiprocessing;

public static class PoolWork
{
    public static int[] Run(int workers, int[] numbers)
    {
        using var pool = new ProcessPool(workers);
        foreach (var n in numbers)
            pool.ApplyAsync(Wait, n, _ => Console.WriteLine($"{n} done"));

        pool.Close();
        pool.Join();
        Console.WriteLine("all done");
        return [.. numbers.Select(n => checked(n * n))];
    }

    private static int Wait(int n)
    {
        Thread.Sleep(TimeSpan.FromSeconds(1));
        return n;
    }
}
