// expect: wrong verdict=violation check=entries line=6,24
using ExerciseKit.Multiprocessing;

public static class Ledger
{
    private static readonly ProcessReentrantLock book = new();

    public static void Run(string[] clerks)
    {
        var writers = new List<ChildProcess>();
        foreach (var clerk in clerks)
        {
            var writer = ChildProcess.Create(Enter, clerk);
            writer.Start();
            writers.Add(writer);
        }

        foreach (var writer in writers)
            writer.Join();
    }

    private static void Enter(string clerk)
    {
        using (book.EnterScope())
        {
            Console.WriteLine($"{clerk} begins");
            Write(clerk);
            Console.WriteLine($"{clerk} ends");
        }
    }

    private static void Write(string clerk)
    {
        using (book.EnterScope())
            Console.WriteLine($"{clerk} writes");
    }
}
