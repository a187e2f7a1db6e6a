// expect: wrong verdict=violation check=blocks line=23,25,26,31
using ExerciseKit.Multiprocessing;

public static class Mutex
{
    public static void Run(string[] users, int lines)
    {
        var console = new ProcessLock();
        var printers = new List<ChildProcess>();
        foreach (var user in users)
        {
            var printer = ChildProcess.Create(Print, user, lines, console);
            printer.Start();
            printers.Add(printer);
        }

        foreach (var printer in printers)
            printer.Join();
    }

    private static void Print(string user, int lines, ProcessLock console)
    {
        Say($"{user} begins", console);
        for (var i = 1; i <= lines; i++)
            Say($"{user} line {i}", console);
        Say($"{user} ends", console);
    }

    private static void Say(string line, ProcessLock console)
    {
        using (console.EnterScope())
            Console.WriteLine(line);
    }
}
