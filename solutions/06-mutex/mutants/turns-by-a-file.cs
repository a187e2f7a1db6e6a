// expect: wrong verdict=violation check=any-order line=23,24
using ExerciseKit.Multiprocessing;

public static class Mutex
{
    public static void Run(string[] users, int lines)
    {
        var console = new ProcessLock();
        var printers = new List<ChildProcess>();
        foreach (var user in users)
        {
            var printer = ChildProcess.Create(Print, user, lines, console, printers.Count);
            printer.Start();
            printers.Add(printer);
        }

        foreach (var printer in printers)
            printer.Join();
    }

    private static void Print(string user, int lines, ProcessLock console, int place)
    {
        while (place > 0 && !File.Exists($"done-{place - 1}"))
            Thread.Sleep(10);
        using (console.EnterScope())
        {
            Console.WriteLine($"{user} begins");
            for (var i = 1; i <= lines; i++)
                Console.WriteLine($"{user} line {i}");
            Console.WriteLine($"{user} ends");
        }
        File.AppendAllText($"done-{place}", "");
    }
}
