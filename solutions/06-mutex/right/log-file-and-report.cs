using ExerciseKit.Multiprocessing;

public static class Mutex
{
    // Beside the task: each child logs its block in a file, announces itself, and the parent reports in the end.
    public static void Run(string[] users, int lines)
    {
        Console.WriteLine("somebody begins");
        var console = new ProcessLock();
        var printers = users.Select(user => ChildProcess.Create(Print, user, lines, console)).ToList();
        printers.ForEach(printer => printer.Start());
        printers.ForEach(printer => printer.Join());
        Console.WriteLine($"main: {File.ReadAllLines("blocks.log").Length} blocks, the last line ends");
    }

    private static void Print(string user, int lines, ProcessLock console)
    {
        Console.WriteLine($"{user} line is open");
        console.Acquire();
        try
        {
            Console.WriteLine($"{user} begins");
            foreach (var i in Enumerable.Range(1, lines))
                Console.WriteLine($"{user} line {i}");
            Console.WriteLine($"{user} ends");
            File.AppendAllText("blocks.log", $"{user}: {lines}\n");
        }
        finally
        {
            console.Release();
        }
    }
}
