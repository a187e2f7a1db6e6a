// expect: wrong verdict=violation check=entries line=25
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
        book.Acquire();
        Console.WriteLine($"{clerk} begins");
        book.Release();
        Write(clerk, book);
        book.Acquire();
        Console.WriteLine($"{clerk} ends");
        book.Release();
    }

    private static void Write(string clerk, ProcessLock book)
    {
        using (book.EnterScope())
            Console.WriteLine($"{clerk} writes");
    }
}
