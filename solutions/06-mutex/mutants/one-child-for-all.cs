// expect: wrong verdict=violation check=own-process line=9,17
using ExerciseKit.Multiprocessing;

public static class Mutex
{
    public static void Run(string[] users, int lines)
    {
        var console = new ProcessLock();
        var printer = ChildProcess.Create(PrintAll, users, lines, console);
        printer.Start();
        printer.Join();
    }

    private static void PrintAll(string[] users, int lines, ProcessLock console)
    {
        foreach (var user in users)
            Print(user, lines, console);
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
