using ExerciseKit.Multiprocessing;

/// <summary>A number goes round a ring, each hop under the lock; the check relies on its having gone all the way round, or not at all.</summary>
public static class TokenRing
{
    private const int Places = 3;

    public static void Run()
    {
        var gate = new ProcessLock();
        Shared.RunAll([
            .. Enumerable.Range(0, Places).Select(i => ChildProcess.Create(Hop, gate, i)),
            ChildProcess.Create(Check, gate)]);
    }

    private static void Hop(ProcessLock gate, int place)
    {
        using (gate.EnterScope())
        {
            var token = Shared.Read($"place{(place + Places - 1) % Places}");
            Shared.Write($"place{place}", place == 0 ? token + 1 : token);
        }
    }

    private static void Check(ProcessLock gate)
    {
        using (gate.EnterScope())
        {
            if (Enumerable.Range(0, Places).Select(i => Shared.Read($"place{i}")).Distinct().Count() > 1)
                throw new InvalidOperationException("The token is on its way.");
        }
    }
}
