using ExerciseKit.Multiprocessing;

public static class Spawn
{
    public static void Run(string[] names)
    {
        while (true)
            ChildProcess.Create(Work, names).Start();
    }

    public static void RunClass(string[] names) => Run(names);

    private static void Work(string[] names) => Run(names);
}
