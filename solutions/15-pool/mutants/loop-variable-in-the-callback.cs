// expect: wrong verdict=crash check=callbacks line=11
using ExerciseKit.Multiprocessing;

public static class PoolWork
{
    public static int[] Run(int workers, int[] numbers)
    {
        using var pool = new ProcessPool(workers);
        var results = new List<PoolResult<int>>();
        for (var i = 0; i < numbers.Length; i++)
            results.Add(pool.ApplyAsync(Square, numbers[i], _ => Console.WriteLine($"{numbers[i]} done")));

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
