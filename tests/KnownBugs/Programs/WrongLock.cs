using ExerciseKit.Multiprocessing;

/// <summary>Everybody counts under a lock, but not everybody under the same one.</summary>
public static class WrongLock
{
    public static void Run(int right, int wrong)
    {
        var gate = new ProcessLock();
        var other = new ProcessLock();
        Shared.RunAll([
            .. Enumerable.Range(0, right).Select(_ => ChildProcess.Create(CountAndLook, gate)),
            .. Enumerable.Range(0, wrong).Select(_ => ChildProcess.Create(Count, other))]);
    }

    private static void CountAndLook(ProcessLock gate)
    {
        using (gate.EnterScope())
        {
            var before = Shared.Read("counter");
            Shared.Add("counter", 1);
            if (Shared.Read("counter") != before + 1)
                throw new InvalidOperationException("Somebody else counted meanwhile.");
        }
    }

    private static void Count(ProcessLock gate)
    {
        using (gate.EnterScope())
            Shared.Add("counter", 1);
    }
}
