using ExerciseKit.Multiprocessing;

/// <summary>Three processes under one lock; the third relies on coming before the sum is reached.</summary>
public static class Lazy01
{
    public static void Run()
    {
        var gate = new ProcessLock();
        Shared.RunAll(
            ChildProcess.Create(Add, gate, 1),
            ChildProcess.Create(Add, gate, 2),
            ChildProcess.Create(Check, gate));
    }

    private static void Add(ProcessLock gate, int value)
    {
        using (gate.EnterScope())
            Shared.Add("sum", value);
    }

    private static void Check(ProcessLock gate)
    {
        using (gate.EnterScope())
        {
            if (Shared.Read("sum") >= 3)
                throw new InvalidOperationException("The sum was reached before the check.");
        }
    }
}
