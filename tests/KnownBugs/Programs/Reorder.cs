using ExerciseKit.Multiprocessing;

/// <summary>Some processes set two numbers, one after the other; another looks at both and relies on their being set together.</summary>
public static class Reorder
{
    public static void Run(int setters)
    {
        Shared.RunAll([
            .. Enumerable.Range(0, setters).Select(_ => ChildProcess.Create(Set)),
            ChildProcess.Create(Check)]);
    }

    private static void Set()
    {
        Shared.Write("a", 1);
        Shared.Write("b", -1);
    }

    private static void Check()
    {
        var a = Shared.Read("a");
        var b = Shared.Read("b");
        if (a + b != 0)
            throw new InvalidOperationException($"a = {a} and b = {b} were not set together.");
    }
}
