using ExerciseKit.Multiprocessing;

/// <summary>Some processes set two numbers; another looks at both. All do so under one lock.</summary>
public static class Reorder
{
    public static void Run(int setters)
    {
        var gate = new ProcessLock();
        Shared.RunAll([
            .. Enumerable.Range(0, setters).Select(_ => ChildProcess.Create(Set, gate)),
            ChildProcess.Create(Check, gate)]);
    }

    private static void Set(ProcessLock gate)
    {
        using (gate.EnterScope())
        {
            Shared.Write("a", 1);
            Shared.Write("b", -1);
        }
    }

    private static void Check(ProcessLock gate)
    {
        using (gate.EnterScope())
        {
            var a = Shared.Read("a");
            var b = Shared.Read("b");
            if (a + b != 0)
                throw new InvalidOperationException($"a = {a} and b = {b} were not set together.");
        }
    }
}
