// expect: wrong verdict=violation check=still-alive line=26
using ExerciseKit.Multiprocessing;

public static class Join
{
    static ChildProcess[] Begin(string[] names, int[] seconds)
    {
        var all = names.Select((n, i) => ChildProcess.Create(Child, n, seconds[i])).ToArray();
        foreach (var c in all) c.Start();
        return all;
    }
    public static void Run(string[] names, int[] seconds)
    {
        foreach (var c in Begin(names, seconds)) c.Join();
        Console.WriteLine("main: all over");
    }
    public static string[] StillAlive(string[] names, int[] seconds, int patienceSeconds)
    {
        var all = Begin(names, seconds);
        var end = DateTime.UtcNow.AddSeconds(patienceSeconds);
        foreach (var c in all)
        {
            var left = end - DateTime.UtcNow;
            c.Join(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }
        return names.Where((_, i) => seconds[i] > patienceSeconds).ToArray();
    }
    static void Child(string name, int seconds)
    {
        Console.WriteLine($"{name} is running");
        Thread.Sleep(1000 * seconds);
        Console.WriteLine($"{name} is over");
    }
}
