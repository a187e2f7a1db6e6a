// expect: wrong verdict=violation check=to-itself line=26
using ExerciseKit.Multiprocessing;

public static class Bank
{
    public static int[] Run(int[] balances, (int From, int To, int Amount)[] transfers)
    {
        var accounts = new SharedList<int>(balances);
        var locks = balances.Select(_ => new ProcessLock()).ToArray();
        var children = new List<ChildProcess>();
        foreach (var t in transfers)
        {
            var child = ChildProcess.Create(Transfer, t.From, t.To, t.Amount, accounts, locks);
            child.Start();
            children.Add(child);
        }
        foreach (var child in children)
            child.Join();
        return Enumerable.Range(0, balances.Length).Select(i => accounts[i]).ToArray();
    }

    private static void Transfer(int from, int to, int amount, SharedList<int> accounts, ProcessLock[] locks)
    {
        var low = Math.Min(from, to);
        var high = Math.Max(from, to);
        locks[low].Acquire();
        if (high != low)
            locks[high].Acquire();
        if (high != low)
        {
            accounts[from] = accounts[from] - amount;
            accounts[to] = accounts[to] + amount;
        }
        if (high != low)
            locks[high].Release();
        locks[low].Release();
    }
}
