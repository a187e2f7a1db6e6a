// expect: wrong verdict=violation check=entries line=9
using ExerciseKit.Multiprocessing;

public static class Ledger
{
    public static void Run(string[] clerks)
    {
        var book = new ProcessReentrantLock();
        var writer = ChildProcess.Create(EnterAll, clerks, book);
        writer.Start();
        writer.Join();
    }

    private static void EnterAll(string[] clerks, ProcessReentrantLock book)
    {
        foreach (var clerk in clerks)
            Enter(clerk, book);
    }

    private static void Enter(string clerk, ProcessReentrantLock book)
    {
        using (book.EnterScope())
        {
            Console.WriteLine($"{clerk} begins");
            Write(clerk, book);
            Console.WriteLine($"{clerk} ends");
        }
    }

    private static void Write(string clerk, ProcessReentrantLock book)
    {
        using (book.EnterScope())
            Console.WriteLine($"{clerk} writes");
    }
}
