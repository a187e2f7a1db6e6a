// expect: wrong verdict=violation check=any-order line=14
using ExerciseKit.Multiprocessing;

public static class Mutex
{
    public static void Run(string[] users, int lines)
    {
        var late = new List<ChildProcess>();
        var console = new ProcessLock();
        foreach (var user in users)
        {
            var printer = ChildProcess.Create(Print, user, lines, console);
            printer.Start();
            printer.Join(TimeSpan.FromSeconds(1));
            late.Add(printer);
        }

        late.ForEach(l => l.Join());
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
