// expect: wrong verdict=violation check=callbacks line=9,11
using ExerciseKit.Multiprocessing;

public static class PoolWork
{
    public static int[] Run(int workers, int[] numbers)
    {
        using var pool = new ProcessPool(workers);
        var squares = pool.Map(Square, numbers);
        foreach (var n in numbers)
            Console.WriteLine($"{n} done");
        pool.Close();
        pool.Join();
        Console.WriteLine("all done");
        return squares;
    }

    private static int Square(int n)
    {
        Thread.Sleep(TimeSpan.FromSeconds(1));
        return checked(n * n);
    }
}
