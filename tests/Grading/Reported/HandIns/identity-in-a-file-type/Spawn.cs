using ExerciseKit.Multiprocessing;

public static class Spawn
{
    public static void Run(string[] names)
    {
        Console.WriteLine(Remembered.Who);
        Console.WriteLine(Remembered.Who);
    }

    public static void RunClass(string[] names) => Run(names);
}

file static class Remembered
{
    static Remembered() => Console.WriteLine("asked");

    public static readonly string Who = $"{CurrentProcess.Name} {CurrentProcess.Id}";
}
