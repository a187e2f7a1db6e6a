// slow attack: a memory bomb in the grader, which keeps what is in a queue; expect: limit
using ExerciseKit.Multiprocessing;

public static class Spawn
{
    public static void Run(string[] names)
    {
        var queue = new ProcessQueue<string>();
        var item = new string('x', 1 << 20);
        while (true)
            queue.Put(item);
    }

    public static void RunClass(string[] names) => Run(names);
}
