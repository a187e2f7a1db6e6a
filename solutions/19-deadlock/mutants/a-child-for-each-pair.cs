// expect: wrong verdict=violation check=own-process line=10,18
using ExerciseKit.Multiprocessing;

public static class Bank
{
    public static int[] Run(int[] balances, (int From, int To, int Amount)[] transfers)
    {
        var accounts = new SharedList<int>(balances);
        var locks = balances.Select(_ => new ProcessLock()).ToArray();
        var children = transfers.GroupBy(t => (t.From, t.To)).Select(pair => ChildProcess.Create(Transfer, pair.ToArray(), accounts, locks)).ToList();
        children.ForEach(child => child.Start());
        children.ForEach(child => child.Join());
        return accounts.ToArray();
    }

    private static void Transfer((int From, int To, int Amount)[] transfers, SharedList<int> accounts, ProcessLock[] locks)
    {
        var (from, to, amount) = (transfers[0].From, transfers[0].To, transfers.Sum(t => t.Amount));
        if (from == to)
            return;

        using var low = locks[Math.Min(from, to)].EnterScope();
        using var high = locks[Math.Max(from, to)].EnterScope();
        accounts[from] -= amount;
        accounts[to] += amount;
    }
}
