// attack: a fork bomb, children that start children; expect: limit
using ExerciseKit.Multiprocessing;

public static class Spawn
{
    public static void Run(string[] names)
    {
        ChildProcess.Create(Run, names).Start();
        ChildProcess.Create(Run, names).Start();
    }

    public static void RunClass(string[] names) => Run(names);
}
