// expect: wrong verdict=violation check=blocks line=23,24
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

    private static void Print(string user, int lines, ProcessLock console)
    {
        console.Acquire();
        Console.WriteLine($"{user} begins");
        for (var i = 1; i <= lines; i++)
        {
            // Long blocks give the others a chance.
            if (i % 10 == 0)
            {
                console.Release();
                console.Acquire();
            }

            Console.WriteLine($"{user} line {i}");
        }

        Console.WriteLine($"{user} ends");
        console.Release();
    }
}
