// expect: wrong verdict=violation check=overlap line=9,23
using ExerciseKit.Multiprocessing;

public static class Bank
{
    public static int[] Run(int[] balances, (int From, int To, int Amount)[] transfers)
    {
        var accounts = new SharedList<int>(balances);
        var (bank, journal) = (new ProcessLock(), new SharedList<string>());
        var children = transfers.Select(transfer => ChildProcess.Create(Transfer, transfer, accounts, bank, journal)).ToList();
        children.ForEach(child => child.Start());
        children.ForEach(child => child.Join());
        return accounts.ToArray();
    }

    private static void Transfer((int From, int To, int Amount) transfer, SharedList<int> accounts, ProcessLock bank, SharedList<string> journal)
    {
        var (from, to, amount) = transfer;
        if (from == to)
            return;

        journal.Add("begun");
        using (bank.EnterScope())
        {
            accounts[from] -= amount;
            accounts[to] += amount;
        }

        journal.Add("done");
    }
}
