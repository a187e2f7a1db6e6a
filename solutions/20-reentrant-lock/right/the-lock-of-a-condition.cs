using ExerciseKit.Multiprocessing;

public static class Ledger
{
    // A condition's own lock is reentrant. Besides: whoever is done tells the parent by the condition, and the parent tells us.
    public static void Run(string[] clerks)
    {
        var book = new ProcessCondition();
        var done = new SharedValue<int>(0);
        foreach (var clerk in clerks)
            ChildProcess.Create(Enter, clerk, book, done).Start();
        using (book.EnterScope())
            book.WaitFor(() => done.Value == clerks.Length);
        Console.WriteLine($"main: all {clerks.Length} are done");
    }

    private static void Enter(string clerk, ProcessCondition book, SharedValue<int> done)
    {
        using (book.EnterScope())
        {
            Console.WriteLine($"{clerk} begins");
            Write(clerk, book);
            Console.WriteLine($"{clerk} ends");
            done.Value++;
            book.NotifyAll();
        }
    }

    private static void Write(string clerk, ProcessCondition book)
    {
        using (book.EnterScope())
            Console.WriteLine($"{clerk} writes");
    }
}
