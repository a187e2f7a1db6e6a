using ExerciseKit.Multiprocessing;

public static class Spawn
{
    public static void Run(string[] names)
    {
        foreach (var name in names)
            ChildProcess.Create(Work, name).Start();
        Console.WriteLine($"main {new object().GetHashCode()} {GC.GetTotalMemory(false)} {System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(names)}");
    }

    public static void RunClass(string[] names) => Run(names);

    private static void Work(string name) => Console.WriteLine($"{name} is running");
}
