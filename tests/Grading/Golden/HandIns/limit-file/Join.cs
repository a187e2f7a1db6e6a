using ExerciseKit.Multiprocessing;

public static class Join
{
    public static void Run(string[] names, int[] seconds)
    {
        var child = ChildProcess.Create(Work);
        child.Start();
        child.Join();
        Console.WriteLine("main: all over");
    }

    public static string[] StillAlive(string[] names, int[] seconds, int patienceSeconds) => names;

    private static void Work()
    {
        for (var length = 1; ; length *= 8)
            File.WriteAllText("filler", new string('x', length));
    }
}
