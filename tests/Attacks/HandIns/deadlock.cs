// attack: waits for ever; expect: deadlock
using ExerciseKit.Multiprocessing;

public static class Spawn
{
    public static void Run(string[] names) => new ProcessEvent().Wait();

    public static void RunClass(string[] names) => Run(names);
}
