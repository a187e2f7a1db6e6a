// expect: wrong verdict=violation check=nested line=34
using ExerciseKit.Multiprocessing;

public static class Ledger
{
    public static void Run(string[] clerks)
    {
        var book = new ProcessReentrantLock();
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

    private static void Enter(string clerk, ProcessReentrantLock book)
    {
        using (book.EnterScope())
        {
            Console.WriteLine($"{clerk} begins");
            Write(clerk, book);
            Console.WriteLine($"{clerk} ends");
            book.Release();
        }
    }

    private static void Write(string clerk, ProcessReentrantLock book)
    {
        book.Acquire();
        Console.WriteLine($"{clerk} writes");
    }
}
