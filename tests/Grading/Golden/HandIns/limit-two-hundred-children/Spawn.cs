using ExerciseKit.Multiprocessing;

public static class Spawn
{
    public static void Run(string[] names)
    {
        var children = Enumerable.Range(0, 200).Select(i => ChildProcess.Create(Work, names[i % names.Length])).ToList();
        children.ForEach(child => child.Start());
        children.ForEach(child => child.Join());
        Console.WriteLine("main");
    }

    public static void RunClass(string[] names) => Run(names);

    private static void Work(string name) => Console.WriteLine($"{name} is running");
}
