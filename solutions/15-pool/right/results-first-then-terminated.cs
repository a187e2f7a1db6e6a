using ExerciseKit.Multiprocessing;

namespace Course.Pools;

public static class PoolWork
{
    // With all results at hand there is nothing left to lose: the workers are ended, and then joined.
    public static int[] Run(int workers, int[] numbers)
    {
        ProcessPool pool = new ProcessPool(workers);
        try
        {
            PoolResult<int>[] pending = new PoolResult<int>[numbers.Length];
            for (int i = 0; i < numbers.Length; i++)
            {
                int number = numbers[i];
                pending[i] = pool.ApplyAsync<int, int>(Tasks.SlowSquare, number, square => Console.WriteLine(number + " done"));
            }

            int[] squares = new int[numbers.Length];
            for (int i = 0; i < numbers.Length; i++)
            {
                squares[i] = pending[i].Get();
            }

            pool.Terminate();
            pool.Join();
            Console.WriteLine("all done");
            return squares;
        }
        finally
        {
            pool.Terminate();
        }
    }
}

public static class Tasks
{
    public static int SlowSquare(int number)
    {
        Thread.Sleep(1000);
        checked
        {
            return number * number;
        }
    }
}
