// expect: wrong verdict=violation check=overlap line=29
using ExerciseKit.Multiprocessing;

public static class Bank
{
    public static int[] Run(int[] balances, (int From, int To, int Amount)[] transfers)
    {
        var bank = new ProcessLock();
        var accounts = balances.Select((balance, number) => Account.Open(number, balance)).ToArray();
        var children = new List<ChildProcess>();
        foreach (var (from, to, amount) in transfers)
        {
            var child = ChildProcess.Create(Transfer, accounts[from], accounts[to], amount, bank);
            child.Start();
            children.Add(child);
        }

        foreach (var child in children)
            child.Join();
        return [.. accounts.Select(account => account.Close())];
    }

    private static void Transfer(Account from, Account to, int amount, ProcessLock bank)
    {
        if (from.Number == to.Number)
            return;

        var (first, second) = from.Number < to.Number ? (from, to) : (to, from);
        using (bank.EnterScope())
        using (first.Lock.EnterScope())
        using (second.Lock.EnterScope())
        {
            from.Balance -= amount;
            to.Balance += amount;
        }
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
