// expect: wrong verdict=violation check=nested line=8,25
using ExerciseKit.Multiprocessing;

public static class Ledger
{
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

    // Called on its own, it would write into the entry of another.
    private static void Write(string clerk, ProcessLock line)
    {
        using (line.EnterScope())
            Console.WriteLine($"{clerk} writes");
    }
}
