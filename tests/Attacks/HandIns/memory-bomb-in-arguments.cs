// slow attack: a memory bomb in the grader, which keeps a child's arguments; expect: limit
using ExerciseKit.Multiprocessing;

public static class Spawn
{
    public static void Run(string[] names)
    {
        var large = new string('x', 1 << 20);
        while (true)
        {
            var child = ChildProcess.Create(Read, large);
            child.Start();
            child.Join();
        }
    }

    public static void RunClass(string[] names) => Run(names);

    private static void Read(string text)
    {
    }
}
