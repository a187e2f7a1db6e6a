using ExerciseKit.Multiprocessing;

public static class PoolWork
{
    // Beside the task: a process that writes the log, from a queue that all put into. It is no worker, and ends after them.
    public static int[] Run(int workers, int[] numbers)
    {
        var log = new ProcessQueue<string?>();
        var writer = ChildProcess.Create(Write, log);
        writer.Start();
        try
        {
            return Square(workers, numbers, log);
        }
        finally
        {
            log.Put(null);
            writer.Join();
        }
    }

    private static int[] Square(int workers, int[] numbers, ProcessQueue<string?> log)
    {
        using var pool = new ProcessPool(workers);
        var results = numbers.Select(n => pool.ApplyAsync(Work, new Job(n, log), _ => Console.WriteLine($"{n} done"))).ToArray();
        pool.Close();
        pool.Join();
        Console.WriteLine("all done");
        return Array.ConvertAll(results, r => r.Get());
    }

    private static int Work(Job job)
    {
        Thread.Sleep(1000);
        job.Log.Put($"squared {job.Number}");
        return checked(job.Number * job.Number);
    }

    private static void Write(ProcessQueue<string?> log)
    {
        while (log.Get() is { } entry)
            Console.WriteLine($"log: {entry}");
    }

    private sealed record Job(int Number, ProcessQueue<string?> Log);
}
