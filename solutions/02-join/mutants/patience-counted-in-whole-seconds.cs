// expect: wrong verdict=violation check=still-alive line=22
using ExerciseKit.Multiprocessing;

public static class Join
{
    public static void Run(string[] names, int[] seconds)
    {
        foreach (var child in Started(names, seconds))
            child.Join();
        Console.WriteLine("main: all over");
    }

    public static string[] StillAlive(string[] names, int[] seconds, int patienceSeconds)
    {
        var children = Started(names, seconds);
        var still = new List<string>();
        foreach (var (name, child) in names.Zip(children))
        {
            var before = DateTime.UtcNow;
            if (!child.Join(TimeSpan.FromSeconds(patienceSeconds)))
                still.Add(name);
            patienceSeconds -= Math.Min(patienceSeconds, (DateTime.UtcNow - before).Seconds);
        }

        return [.. still];
    }

    private static List<ChildProcess> Started(string[] names, int[] seconds)
    {
        var children = names.Zip(seconds, (name, s) => ChildProcess.Create(Live, name, s)).ToList();
        children.ForEach(child => child.Start());
        return children;
    }

    private static void Live(string name, int seconds)
    {
        Console.WriteLine($"{name} is running");
        Thread.Sleep(TimeSpan.FromSeconds(seconds));
        Console.WriteLine($"{name} is over");
    }
}
