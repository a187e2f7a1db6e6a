// expect: wrong verdict=violation check=any-order line=11,15
using ExerciseKit.Multiprocessing;

public static class Mutex
{
    public static void Run(string[] users, int lines)
    {
        var console = new ProcessLock();
        foreach (var user in users)
        {
            using (console.EnterScope())
            {
                var printer = ChildProcess.Create(Print, user, lines);
                printer.Start();
                printer.Join();
            }
        }
    }

    private static void Print(string user, int lines)
    {
        Console.WriteLine($"{user} begins");
        for (var i = 1; i <= lines; i++)
            Console.WriteLine($"{user} line {i}");
        Console.WriteLine($"{user} ends");
    }
}
