using ExerciseKit.Multiprocessing;

public static class Spawn
{
    public static void Run(string[] names)
    {
        foreach (var name in names)
            ChildProcess.Create(Wrok, name).Start();
        int count = "three";
    }

    public static void RunClass(string[] names)
    {
    }
}
