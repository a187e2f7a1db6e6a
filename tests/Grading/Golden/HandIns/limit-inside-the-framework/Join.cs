using ExerciseKit.Multiprocessing;

public static class Join
{
    public static void Run(string[] names, int[] seconds)
    {
        var child = ChildProcess.Create(Count);
        child.Start();
        child.Join();
        Console.WriteLine("main: all over");
    }

    public static string[] StillAlive(string[] names, int[] seconds, int patienceSeconds) => names;

    // No loop of the student's own: the framework goes round.
    private static void Count() =>
        Console.WriteLine(Enumerable.Range(0, int.MaxValue).SelectMany(_ => Enumerable.Range(0, int.MaxValue)).LongCount());
}
