using ExerciseKit.Multiprocessing;

public static class Bank
{
    // Beside the task: a receipt of each transfer in a queue, lines of everybody's own, and a report that the parent writes.
    public static int[] Run(int[] balances, (int From, int To, int Amount)[] transfers)
    {
        var (accounts, receipts) = (new SharedList<int>(balances), new ProcessQueue<string>());
        var locks = Array.ConvertAll(balances, _ => new ProcessLock());
        foreach (var transfer in transfers)
            ChildProcess.Create(Transfer, transfer, accounts, locks, receipts).Start();
        File.WriteAllLines("report.txt", transfers.Select(_ => receipts.Get()));
        var left = accounts.ToArray();
        File.AppendAllText("report.txt", string.Join(' ', left));
        Console.WriteLine($"main: {left.Sum()} of {balances.Sum()}");
        return left;
    }

    private static void Transfer((int From, int To, int Amount) transfer, SharedList<int> accounts, ProcessLock[] locks, ProcessQueue<string> receipts)
    {
        var (from, to, amount) = transfer;
        if (from != to)
        {
            using (locks[Math.Min(from, to)].EnterScope())
            using (locks[Math.Max(from, to)].EnterScope())
            {
                accounts[from] -= amount;
                accounts[to] += amount;
            }
        }

        Console.WriteLine($"{from} -> {to}: {amount}");
        receipts.Put($"{amount} from {from} to {to}");
    }
}
