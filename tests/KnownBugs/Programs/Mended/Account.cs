using ExerciseKit.Multiprocessing;

/// <summary>A deposit, a withdrawal and an audit, all under one lock.</summary>
public static class Account
{
    public static void Run(int opening, int deposit, int withdrawal)
    {
        var gate = new ProcessLock();
        Shared.RunAll(
            ChildProcess.Create(Book, gate, "deposited", deposit),
            ChildProcess.Create(Book, gate, "withdrawn", -withdrawal),
            ChildProcess.Create(Audit, gate, opening + deposit - withdrawal));
    }

    private static void Book(ProcessLock gate, string done, int amount)
    {
        using (gate.EnterScope())
        {
            Shared.Add("balance", amount);
            Shared.Write(done, 1);
        }
    }

    private static void Audit(ProcessLock gate, int expected)
    {
        using (gate.EnterScope())
        {
            if (Shared.Read("deposited") == 1 && Shared.Read("withdrawn") == 1 && Shared.Read("balance") != expected)
                throw new InvalidOperationException("The books do not balance.");
        }
    }
}
