using ExerciseKit.Multiprocessing;

public static class Bank
{
    // Whoever never holds two locks can't wait for one while holding another. Nobody looks at the accounts in between.
    public static int[] Run(int[] balances, (int From, int To, int Amount)[] transfers)
    {
        var locks = balances.Select(_ => new ProcessReentrantLock()).ToArray();
        for (var i = 0; i < balances.Length; i++)
            File.AppendAllText($"{i}.balance", balances[i].ToString());
        var children = transfers.Select(transfer => ChildProcess.Create(Make, transfer, locks)).ToList();
        children.ForEach(child => child.Start());
        children.ForEach(child => child.Join());
        return balances.Select((_, i) => Read(i)).ToArray();
    }

    private static void Make((int From, int To, int Amount) transfer, ProcessReentrantLock[] locks)
    {
        Add(transfer.From, -transfer.Amount, locks);
        Add(transfer.To, transfer.Amount, locks);
    }

    private static void Add(int account, int amount, ProcessReentrantLock[] locks)
    {
        using (locks[account].EnterScope())
        {
            var balance = Read(account) + amount;
            File.WriteAllText($"{account}.balance", $"{balance}");
        }
    }

    private static int Read(int account) => int.Parse(File.ReadAllText($"{account}.balance"));
}
