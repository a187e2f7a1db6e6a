// expect: wrong verdict=violation check=overlap line=23,24
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

        var (low, high) = (Math.Min(from, to), Math.Max(from, to));
        for (var i = low; i <= high; i++)
            locks[i].Acquire();
        accounts[from] -= amount;
        accounts[to] += amount;
        for (var i = low; i <= high; i++)
            locks[i].Release();
    }
}
