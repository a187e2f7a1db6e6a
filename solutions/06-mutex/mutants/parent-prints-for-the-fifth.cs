// expect: wrong verdict=violation check=no-lines line=13,14
using ExerciseKit.Multiprocessing;

public static class Mutex
{
    private const int Children = 4;

    public static void Run(string[] users, int lines)
    {
        var console = new ProcessLock();
        var printers = users.Take(Children).Select(user => ChildProcess.Create(Print, user, lines, console)).ToList();
        printers.ForEach(printer => printer.Start());
        foreach (var user in users.Skip(Children))
            Print(user, lines, console);
        printers.ForEach(printer => printer.Join());
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
