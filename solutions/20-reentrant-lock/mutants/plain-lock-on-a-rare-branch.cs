// expect: wrong verdict=deadlock check=entries line=8,36
using ExerciseKit.Multiprocessing;

public static class Ledger
{
    public static void Run(string[] clerks)
    {
        var book = new ProcessLock();
        var writers = new List<ChildProcess>();
        foreach (var clerk in clerks)
        {
            var writer = ChildProcess.Create(Enter, clerk, book, clerk == clerks[^1] && clerks.Length > 1);
            writer.Start();
            writers.Add(writer);
        }

        foreach (var writer in writers)
            writer.Join();
    }

    private static void Enter(string clerk, ProcessLock book, bool isLast)
    {
        using (book.EnterScope())
        {
            Console.WriteLine($"{clerk} begins");
            if (isLast)
                Write(clerk, book);
            else
                Console.WriteLine($"{clerk} writes");
            Console.WriteLine($"{clerk} ends");
        }
    }

    private static void Write(string clerk, ProcessLock book)
    {
        using (book.EnterScope())
            Console.WriteLine($"{clerk} writes");
    }
}
