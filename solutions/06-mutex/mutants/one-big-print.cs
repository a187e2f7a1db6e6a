// expect: wrong verdict=violation check=own-process line=25
using ExerciseKit.Multiprocessing;

public static class Mutex
{
    public static void Run(string[] users, int lines)
    {
        var printers = new List<ChildProcess>();
        foreach (var user in users)
        {
            var printer = ChildProcess.Create(Print, user, lines);
            printer.Start();
            printers.Add(printer);
        }

        foreach (var printer in printers)
            printer.Join();
    }

    private static void Print(string user, int lines)
    {
        var block = $"{user} begins\n";
        for (var i = 1; i <= lines; i++)
            block += $"{user} line {i}\n";
        Console.Write(block + $"{user} ends\n");
    }
}
