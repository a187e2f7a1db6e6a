// expect: wrong verdict=violation check=callbacks line=27
using ExerciseKit.Multiprocessing;

public static class PoolWork
{
    public static int[] Run(int workers, int[] numbers)
    {
        var pool = new ProcessPool(workers);
        var squares = new int[numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            var place = i;
            if (numbers[place] > 0)
                pool.ApplyAsync(Square, numbers[place], square => Keep(place, square));
            else
                pool.ApplyAsync(Square, -numbers[place], square => Keep(place, square));
        }

        pool.Close();
        pool.Join();
        Console.WriteLine("all done");
        return squares;

        void Keep(int place, int square)
        {
            squares[place] = square;
            if (square > 0)
                Console.WriteLine($"{numbers[place]} done");
        }
    }

    private static int Square(int n)
    {
        Thread.Sleep(1000);
        return checked(n * n);
    }
}
