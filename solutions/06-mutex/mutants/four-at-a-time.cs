// expect: wrong verdict=violation check=no-lines line=10,14
using ExerciseKit.Multiprocessing;

public static class Mutex
{
    // Four are started, and waited for, before the next four.
    public static void Run(string[] users, int lines)
    {
        var console = new ProcessLock();
        foreach (var round in users.Chunk(4))
        {
            var printers = round.Select(user => ChildProcess.Create(Print, user, lines, console)).ToList();
            printers.ForEach(printer => printer.Start());
            printers.ForEach(printer => printer.Join());
        }
    }

    private static void Print(string user, int lines, ProcessLock console)
    {
        using (console.EnterScope())
        {
            Console.WriteLine($"{user} begins");
            for (var i = 1; i <= lines; i++)
                Console.WriteLine($"{user} line {i}");
            Console.WriteLine($"{user} ends");
        }
    }
}
