using ExerciseKit.Multiprocessing;

public static class PoolWork
{
    // Nobody asks for a result: each brings its place along, and the callbacks put it there.
    public static int[] Run(int workers, int[] numbers)
    {
        var squares = new int[numbers.Length];
        Exception? failure = null;
        using (var pool = new ProcessPool(Math.Min(workers, Math.Max(1, numbers.Length))))
        {
            foreach (var job in numbers.Select((number, place) => new Job(place, number)))
                pool.ApplyAsync(Work, job, Keep, e => failure ??= e);
            pool.Close();
            pool.Join();
        }

        if (failure is not null)
            throw failure;
        Console.WriteLine("all done");
        return squares;

        void Keep((Job Job, int Square) result)
        {
            squares[result.Job.Place] = result.Square;
            Console.WriteLine($"{result.Job.Number} done");
        }
    }

    private static (Job Job, int Square) Work(Job job)
    {
        var square = checked(job.Number * job.Number);
        Thread.Sleep(500);
        Thread.Sleep(500);
        return (job, square);
    }

    private sealed record Job(int Place, int Number);
}
