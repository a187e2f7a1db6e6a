// expect: wrong verdict=crash|violation check=blocks line=30,34
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
        console.Acquire();
        try
        {
            Console.WriteLine($"{user} begins");
            for (var i = 1; i <= lines; i++)
                Console.WriteLine($"{user} line {i}");
            Console.WriteLine($"{user} ends");
            console.Release();
        }
        finally
        {
            console.Release();
        }
    }
}
