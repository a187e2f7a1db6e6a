using ExerciseKit.Multiprocessing;

public static class Mutex
{
    public static void Run(string[] users, int lines)
    {
        var room = new Room(new ProcessLock());
        var printers = users.ToDictionary(user => user, user => ChildProcess.Create(Print, user, lines, room));
        foreach (var user in users)
            printers[user].Start();
        while (printers.Values.Any(printer => printer.IsAlive))
            Thread.Sleep(TimeSpan.FromMilliseconds(10));
    }

    private static void Print(string user, int lines, Room room)
    {
        room.Enter();
        Console.Write(user);
        Console.WriteLine(" begins");
        PrintLines(user, 1, lines);
        Console.WriteLine("{0} ends", user);
        room.Leave();
    }

    private static void PrintLines(string user, int from, int to)
    {
        if (from > to)
            return;
        Console.WriteLine($"{user} line {from}");
        PrintLines(user, from + 1, to);
    }
}

internal sealed class Room(ProcessLock door)
{
    public void Enter()
    {
        while (!door.TryAcquire(TimeSpan.FromSeconds(1)))
        {
            // Somebody else is printing.
        }
    }

    public void Leave() => door.Release();
}
