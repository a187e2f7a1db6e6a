// expect: wrong verdict=violation check=own-process line=26,27
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
        using (console.EnterScope())
        {
            Console.WriteLine($"{user} begins");
            for (var i = 0; i < lines; i++)
                Console.WriteLine($"{user} line {i}");
            Console.WriteLine($"{user} ends");
        }
    }
}
