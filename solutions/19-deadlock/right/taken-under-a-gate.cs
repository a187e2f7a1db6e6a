using ExerciseKit.Multiprocessing;

public static class Bank
{
    public static int[] Run(int[] balances, (int From, int To, int Amount)[] transfers)
    {
        var accounts = balances.Select((balance, number) => Account.Open(number, balance)).ToArray();
        var gate = new ProcessLock();
        var children = new List<ChildProcess>();
        foreach (var (from, to, amount) in transfers)
        {
            var child = ChildProcess.Create(Transfer, accounts[from], accounts[to], amount, gate);
            child.Start();
            children.Add(child);
        }

        foreach (var child in children)
            child.Join();
        return [.. accounts.Select(account => account.Close())];
    }

    private static void Transfer(Account from, Account to, int amount, ProcessLock gate)
    {
        if (from.Number == to.Number)
            return;

        // One at a time takes both of its locks; nobody waits at the gate for the transfer itself.
        using (gate.EnterScope())
        {
            from.Lock.Acquire();
            to.Lock.Acquire();
        }

        from.Balance -= amount;
        to.Balance += amount;
        from.Lock.Release();
        to.Lock.Release();
    }

    private sealed record Account(int Number, ProcessLock Lock)
    {
        public int Balance
        {
            get => int.Parse(File.ReadAllText(Path));
            set => File.WriteAllText(Path, value.ToString());
        }

        private string Path => $"account-{Number}.txt";

        public static Account Open(int number, int balance) => new(number, new ProcessLock()) { Balance = balance };

        public int Close()
        {
            var balance = Balance;
            File.Delete(Path);
            return balance;
        }
    }
}
