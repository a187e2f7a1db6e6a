// expect: wrong verdict=deadlock|crash check=no-lines line=23,26,30
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
        Console.WriteLine($"{user} begins");
        var numbers = Enumerable.Range(1, lines).ToArray();
        Console.WriteLine($"{user} line {numbers[0]}");
        foreach (var i in numbers[1..])
            Console.WriteLine($"{user} line {i}");
        Console.WriteLine($"{user} ends");
        console.Release();
    }
}
