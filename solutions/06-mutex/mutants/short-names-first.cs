// expect: wrong verdict=violation check=any-order line=9,18,23
using ExerciseKit.Multiprocessing;

public static class Mutex
{
    // In turn, by the names' length and then by the alphabet: not the order in which the names are given.
    public static void Run(string[] users, int lines)
    {
        var gates = users.OrderBy(user => user.Length).ThenBy(user => user, StringComparer.Ordinal).Select(user => (User: user, Gate: new ProcessEvent())).ToList();
        gates[0].Gate.Set();
        var printers = gates.Select((mine, i) => ChildProcess.Create(Print, mine.User, lines, mine.Gate, i + 1 < gates.Count ? gates[i + 1].Gate : null)).ToList();
        printers.ForEach(printer => printer.Start());
        printers.ForEach(printer => printer.Join());
    }

    private static void Print(string user, int lines, ProcessEvent mine, ProcessEvent? next)
    {
        mine.Wait();
        Console.WriteLine($"{user} begins");
        for (var i = 1; i <= lines; i++)
            Console.WriteLine($"{user} line {i}");
        Console.WriteLine($"{user} ends");
        next?.Set();
    }
}
