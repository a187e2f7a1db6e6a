using ExerciseKit.Multiprocessing;

public static class Spawn
{
    public static void Run(string[] names)
    {
        foreach (var name in names)
        {
            var child = ChildProcess.Create(Say, name);
            child.Name = string.Concat(Enumerable.Repeat(name + "/", 20_000));
            child.Start();
        }
    }

    public static void RunClass(string[] names) => Run(names);

    private static void Say(string name) => Console.WriteLine($"{name} is running");
}
