// expect: wrong verdict=violation check=blocks line=17,19,29,31,32
using ExerciseKit.Multiprocessing;

public static class Mutex
{
    public static void Run(string[] users, int lines)
    {
        var console = new ProcessLock();
        var printers = users.Select(user => ChildProcess.Create(Print, user, lines, console)).ToList();
        printers.ForEach(printer => printer.Start());
        printers.ForEach(printer => printer.Join());
    }

    // Only an even number of lines was ever tried.
    private static void Print(string user, int lines, ProcessLock console)
    {
        if (lines % 2 == 1)
        {
            PrintBlock(user, lines);
            return;
        }

        using (console.EnterScope())
            PrintBlock(user, lines);
    }

    private static void PrintBlock(string user, int lines)
    {
        Console.WriteLine($"{user} begins");
        for (var i = 1; i <= lines; i++)
            Console.WriteLine($"{user} line {i}");
        Console.WriteLine($"{user} ends");
    }
}
