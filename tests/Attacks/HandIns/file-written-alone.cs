// slow attack: one process alone appends to a file two thousand times, and each of these texts is longer than the one before; expect: violation
using ExerciseKit.Multiprocessing;

public static class Spawn
{
    public static void Run(string[] names)
    {
        var line = new string('x', 45);
        for (var i = 0; i < 2_000; i++)
            File.AppendAllText("lines.txt", line);
        ChildProcess.Create(Work).Start();
    }

    public static void RunClass(string[] names) => Run(names);

    private static void Work()
    {
    }
}
