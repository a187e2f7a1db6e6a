// expect: wrong verdict=violation check=own-process line=14,15,23
using ExerciseKit.Multiprocessing;

public static class Bank
{
    public static int[] Run(int[] balances, (int From, int To, int Amount)[] transfers)
    {
        var locks = balances.Select(_ => new ProcessLock()).ToArray();
        var children = transfers.Select(transfer => ChildProcess.Create(Transfer, locks[transfer.From])).ToList();
        children.ForEach(child => child.Start());
        children.ForEach(child => child.Join());
        foreach (var (from, to, amount) in transfers)
        {
            balances[from] -= amount;
            balances[to] += amount;
        }

        return balances;
    }

    private static void Transfer(ProcessLock account)
    {
        using (account.EnterScope())
        {
        }
    }
}
