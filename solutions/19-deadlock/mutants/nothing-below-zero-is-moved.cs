// expect: wrong verdict=violation check=conserved line=19
using ExerciseKit.Multiprocessing;

public static class Bank
{
    public static int[] Run(int[] balances, (int From, int To, int Amount)[] transfers)
    {
        var accounts = new SharedList<int>(balances);
        var locks = balances.Select(_ => new ProcessLock()).ToArray();
        var children = transfers.Select(transfer => ChildProcess.Create(Transfer, transfer, accounts, locks)).ToList();
        children.ForEach(child => child.Start());
        children.ForEach(child => child.Join());
        return accounts.ToArray();
    }

    private static void Transfer((int From, int To, int Amount) transfer, SharedList<int> accounts, ProcessLock[] locks)
    {
        var (from, to, amount) = transfer;
        if (from == to || amount <= 0)
            return;

        using var low = locks[Math.Min(from, to)].EnterScope();
        using var high = locks[Math.Max(from, to)].EnterScope();
        accounts[from] -= amount;
        accounts[to] += amount;
    }
}
