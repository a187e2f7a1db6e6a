using ExerciseKit.Multiprocessing;

public static class Daemon
{
    public static void Run(string name, int childSeconds, int parentSeconds)
    {
        Daemonic(ChildProcess.Create(Live, (Name: name, Seconds: childSeconds))).Start();
        Doze(parentSeconds, "parent");
        Say("parent", "ends");
    }

    private static ChildProcess Daemonic(ChildProcess child)
    {
        child.IsDaemon = true;
        return child;
    }

    private static void Live((string Name, int Seconds) life)
    {
        Say(life.Name, "lives");
        Doze(life.Seconds, life.Name);
        Say(life.Name, "dies");
    }

    private static void Doze(int seconds, string who)
    {
        foreach (var second in Enumerable.Range(1, seconds))
        {
            Thread.Sleep(TimeSpan.FromSeconds(1));
            Console.WriteLine($"[{who}: {second} s]");
        }
    }

    private static void Say(string who, string what)
    {
        Console.Write(who);
        Console.WriteLine(" " + what);
    }
}
