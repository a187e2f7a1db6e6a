using ExerciseKit.Multiprocessing;

public static class Ledger
{
    public static void Run(string[] clerks)
    {
        var book = new Book(new ProcessReentrantLock());
        var children = clerks.Reverse().Select(clerk => ChildProcess.Create(Work, clerk, book)).ToArray();
        foreach (var child in children)
            child.Start();
        Array.ForEach(children, child => child.Join());
    }

    private static void Work(string clerk, Book book) => book.Locked(() =>
    {
        book.Say(clerk, "begins");
        book.Say(clerk, "writes");
        book.Say(clerk, "ends");
    });

    private sealed record Book(ProcessReentrantLock Cover)
    {
        public void Say(string clerk, string what) => Locked(() => Console.WriteLine($"{clerk} {what}"));

        public void Locked(Action action)
        {
            while (!Cover.TryAcquire(TimeSpan.FromSeconds(1)))
                Console.WriteLine("(somebody else is writing)");
            action();
            Cover.Release();
        }
    }
}
