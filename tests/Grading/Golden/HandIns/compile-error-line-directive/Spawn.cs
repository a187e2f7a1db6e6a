using ExerciseKit.Multiprocessing;

public static class Spawn
{
#line 100 "SomebodyElse.cs"
    public static void Run(string[] names) => throw new InvalidOperationException();

    public static void RunClass(string[] names) => Run(names);
}
