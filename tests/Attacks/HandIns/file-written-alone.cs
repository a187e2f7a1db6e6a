// slow attack: one process alone appends to a file a thousand times, and each of these texts is longer than the one before; expect: violation|limit
using ExerciseKit.Multiprocessing;

public static class Spawn
{
    public static void Run(string[] names)
    {
        var line = new string('x', 1_400);
        for (var i = 0; i < 1_000; i++)
            File.AppendAllText("lines.txt", line);
        ChildProcess.Create(Work).Start();
    }

    public static void RunClass(string[] names) => Run(names);

    private static void Work()
    {
    }
}
