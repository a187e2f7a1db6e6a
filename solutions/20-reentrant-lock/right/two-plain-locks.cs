using ExerciseKit.Multiprocessing;

public static class Ledger
{
    // One lock for the entry and one for the line in it, always taken in this order.
    public static void Run(string[] clerks)
    {
        var (entry, line) = (new ProcessLock(), new ProcessLock());
        var writers = clerks.Select(clerk => ChildProcess.Create(Enter, clerk, entry, line)).ToList();
        writers.ForEach(writer => writer.Start());
        writers.ForEach(writer => writer.Join());
    }

    private static void Enter(string clerk, ProcessLock entry, ProcessLock line)
    {
        using var _ = entry.EnterScope();
        Console.WriteLine($"{clerk} begins");
        Write(clerk, line);
        Console.WriteLine($"{clerk} ends");
    }

    private static void Write(string clerk, ProcessLock line)
    {
        using (line.EnterScope())
            Console.WriteLine($"{clerk} writes");
    }
}
