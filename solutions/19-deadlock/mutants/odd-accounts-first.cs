// expect: wrong verdict=deadlock check=opposite line=22,23,24
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
        if (from == to)
            return;

        var (one, other) = to % 2 > from % 2 ? (to, from) : (from, to);
        using var first = locks[one].EnterScope();
        using var second = locks[other].EnterScope();
        accounts[from] -= amount;
        accounts[to] += amount;
    }
}
