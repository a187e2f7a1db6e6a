// slow attack: a file that grows by long lines in thousands of orders, each of them another text, for a grader that keeps them all; expect: violation
using ExerciseKit.Multiprocessing;

public static class Spawn
{
    public static void Run(string[] names)
    {
        var seen = new SharedList<int>();
        var children = Enumerable.Range(0, 5).Select(number => ChildProcess.Create(Work, number, seen)).ToList();
        children.ForEach(child => child.Start());
        children.ForEach(child => child.Join());
    }

    public static void RunClass(string[] names) => Run(names);

    private static void Work(int number, SharedList<int> seen)
    {
        seen.Add(number);
        var line = string.Concat(seen) + new string('x', 10_000);
        for (var i = 0; i < 9; i++)
            File.AppendAllText("lines.txt", line);
    }
}
