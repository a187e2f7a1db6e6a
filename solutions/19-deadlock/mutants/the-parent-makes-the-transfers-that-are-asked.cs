// expect: wrong verdict=violation check=own-process line=14,15,21
using ExerciseKit.Multiprocessing;

public static class Bank
{
    public static int[] Run(int[] balances, (int From, int To, int Amount)[] transfers)
    {
        var (accounts, orders) = (new SharedList<int>(balances), new ProcessQueue<(int From, int To, int Amount)>());
        var children = transfers.Select(transfer => ChildProcess.Create(Transfer, transfer, orders)).ToList();
        children.ForEach(child => child.Start());
        foreach (var _ in transfers)
        {
            var (from, to, amount) = orders.Get();
            accounts[from] -= amount;
            accounts[to] += amount;
        }

        return accounts.ToArray();
    }

    private static void Transfer((int From, int To, int Amount) transfer, ProcessQueue<(int From, int To, int Amount)> orders) => orders.Put(transfer);
}
