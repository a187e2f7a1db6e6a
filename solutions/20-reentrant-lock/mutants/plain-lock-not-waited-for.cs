// expect: wrong verdict=violation check=alone line=8,33
using ExerciseKit.Multiprocessing;

public static class Ledger
{
    public static void Run(string[] clerks)
    {
        var book = new ProcessLock();
        var writers = new List<ChildProcess>();
        foreach (var clerk in clerks)
        {
            var writer = ChildProcess.Create(Enter, clerk, book);
            writer.Start();
            writers.Add(writer);
        }

        foreach (var writer in writers)
            writer.Join();
    }

    private static void Enter(string clerk, ProcessLock book)
    {
        using (book.EnterScope())
        {
            Console.WriteLine($"{clerk} begins");
            Write(clerk, book);
            Console.WriteLine($"{clerk} ends");
        }
    }

    private static void Write(string clerk, ProcessLock book)
    {
        if (!book.TryAcquire(TimeSpan.FromSeconds(1)))
            return;
        Console.WriteLine($"{clerk} writes");
        book.Release();
    }
}
