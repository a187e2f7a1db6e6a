using ExerciseKit.Multiprocessing;

public static class PoolWork
{
    private const string Journal = "pool-journal.txt";

    // Beside the task: a journal of what was done when, kept by the parent alone, lines of the workers' own, and a summary at the end.
    public static int[] Run(int workers, int[] numbers)
    {
        File.WriteAllText(Journal, $"{workers} workers\n");
        using var pool = new ProcessPool(workers);
        var results = new List<PoolResult<int>>();
        foreach (var n in numbers)
        {
            Console.WriteLine($"hands in {n}");
            results.Add(pool.ApplyAsync(Square, n, square => Note(n, square)));
        }

        pool.Close();
        pool.Join();
        Console.WriteLine("all done");
        var lines = File.ReadAllLines(Journal);
        Console.WriteLine($"journal: {lines.Length} lines, the first '{lines[0]}'; {numbers.Length} done in all");
        File.Delete(Journal);
        return results.Select(r => r.Get()).ToArray();
    }

    private static void Note(int n, int square)
    {
        File.AppendAllText(Journal, $"{n}: {square}\n");
        Console.WriteLine($"{n} done");
    }

    private static int Square(int n)
    {
        Console.WriteLine($"squares {n}");
        Thread.Sleep(1000);
        var square = checked(n * n);
        Console.WriteLine($"{n} is done: {square}");
        return square;
    }
}
