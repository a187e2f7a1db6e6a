// expect: wrong verdict=violation check=conserved line=9,12,23,24
using ExerciseKit.Multiprocessing;

public static class Bank
{
    public static int[] Run(int[] balances, (int From, int To, int Amount)[] transfers)
    {
        var locks = balances.Select(_ => new ProcessLock()).ToArray();
        var children = transfers.Select(transfer => ChildProcess.Create(Transfer, balances, transfer, locks)).ToList();
        children.ForEach(child => child.Start());
        children.ForEach(child => child.Join());
        return balances;
    }

    private static void Transfer(int[] balances, (int From, int To, int Amount) transfer, ProcessLock[] locks)
    {
        var (from, to, amount) = transfer;
        if (from == to)
            return;
        using (locks[Math.Min(from, to)].EnterScope())
        using (locks[Math.Max(from, to)].EnterScope())
        {
            balances[from] -= amount;
            balances[to] += amount;
        }
    }
}
