// slow attack: long lines in thousands of orders, for a grader that keeps them all and looks at each again and again; expect: violation
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
            Console.WriteLine(line);
    }
}
