// expect: wrong verdict=violation check=blocks line=23
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
        var mine = console.TryAcquire();
        Console.WriteLine($"{user} begins");
        for (var i = 1; i <= lines; i++)
            Console.WriteLine($"{user} line {i}");
        Console.WriteLine($"{user} ends");
        if (mine)
            console.Release();
    }
}
