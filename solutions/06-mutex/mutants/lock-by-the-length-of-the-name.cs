// expect: wrong verdict=violation check=blocks line=9,10,17
using ExerciseKit.Multiprocessing;

public static class Mutex
{
    // Short names share a lock, and long ones another.
    public static void Run(string[] users, int lines)
    {
        var (few, many) = (new ProcessLock(), new ProcessLock());
        var printers = users.Select(user => ChildProcess.Create(Print, user, lines, user.Length < 4 ? few : many)).ToList();
        printers.ForEach(printer => printer.Start());
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
