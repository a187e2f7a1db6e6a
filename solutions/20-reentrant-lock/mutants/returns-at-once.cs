// expect: wrong verdict=violation check=alone
// The children are waited for by nobody but the end of the whole program.
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

    // Takes the lock itself, for it does not know whether its caller has.
    private static void Write(string clerk, ProcessReentrantLock book)
    {
        using (book.EnterScope())
            Console.WriteLine($"{clerk} writes");
    }
}
