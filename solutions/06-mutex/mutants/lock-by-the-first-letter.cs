// expect: wrong verdict=violation check=blocks line=9,10,17
using ExerciseKit.Multiprocessing;

public static class Mutex
{
    // Who has the same first letter shares a lock; nobody else does.
    public static void Run(string[] users, int lines)
    {
        var locks = users.Select(user => user[0]).Distinct().ToDictionary(letter => letter, _ => new ProcessLock());
        var printers = users.Select(user => ChildProcess.Create(Print, user, lines, locks[user[0]])).ToList();
        printers.ForEach(printer => printer.Start());
        printers.ForEach(printer => printer.Join());
    }

    private static void Print(string user, int lines, ProcessLock console)
    {
        using var _ = console.EnterScope();
        Console.WriteLine($"{user} begins");
        for (var i = 1; i <= lines; i++)
            Console.WriteLine($"{user} line {i}");
        Console.WriteLine($"{user} ends");
    }
}
