// slow attack: a memory bomb in the grader, whose states would each hold a text of their own; expect: limit
using ExerciseKit.Multiprocessing;

public static class Spawn
{
    public static void Run(string[] names)
    {
        var children = names.Select(name => ChildProcess.Create(Work, name)).ToList();
        children.ForEach(child => child.Start());
        children.ForEach(child => child.Join());
    }

    public static void RunClass(string[] names) => Run(names);

    private static void Work(string name)
    {
        for (var i = 0; i < 60; i++)
            File.AppendAllText("all", new string(name[0], 5_000));
    }
}
