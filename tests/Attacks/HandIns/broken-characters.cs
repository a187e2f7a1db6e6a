// slow attack: halves of characters, and what steers a terminal, in all that reaches the result; expect: crash|violation
using ExerciseKit.Multiprocessing;

public static class Spawn
{
    private const string Broken = "\uD800 \u0000 \u001b[2J \u001b]0;escape\u0007 \u202E \uFFFF";

    public static void Run(string[] names)
    {
        Console.WriteLine(Broken);
        var queue = new ProcessQueue<string>();
        queue.Put(Broken);
        File.WriteAllText(Broken, queue.Get());
        throw new InvalidOperationException(Broken);
    }

    public static void RunClass(string[] names) => Run(names);
}
