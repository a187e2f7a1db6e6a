using ExerciseKit.Multiprocessing;

public static class Ledger
{
    // Besides: a day book with a plain lock of its own, a log a clerk, and a parent that sums up.
    public static void Run(string[] clerks)
    {
        var book = new ProcessReentrantLock();
        var (dayBook, pen) = (new SharedList<string>(), new ProcessLock());
        Console.WriteLine("main begins");
        var writers = clerks.Select(clerk => ChildProcess.Create(Enter, clerk, book, dayBook, pen)).ToList();
        writers.ForEach(writer => writer.Start());
        writers.ForEach(writer => writer.Join());
        File.WriteAllLines("day-book.txt", dayBook.ToArray());
        Console.WriteLine($"main writes {dayBook.Count} names");
        Console.WriteLine("main ends");
    }

    private static void Enter(string clerk, ProcessReentrantLock book, SharedList<string> dayBook, ProcessLock pen)
    {
        Console.WriteLine($"{clerk} comes");
        book.Acquire();
        try
        {
            Console.WriteLine($"{clerk} begins");
            Write(clerk, book);
            using (pen.EnterScope())
                dayBook.Add(clerk);
            Console.WriteLine($"{clerk} ends");
        }
        finally
        {
            book.Release();
        }

        Console.WriteLine($"{clerk} ends the day");
    }

    private static void Write(string clerk, ProcessReentrantLock book)
    {
        using var _ = book.EnterScope();
        File.WriteAllText($"{clerk}.log", "writes");
        Console.WriteLine($"{clerk} writes");
        Console.WriteLine($"{clerk} writes a log too");
    }
}
