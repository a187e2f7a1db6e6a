// expect: wrong verdict=violation check=overlap line=14
using ExerciseKit.Multiprocessing;

public static class Bank
{
    public static int[] Run(int[] balances, (int From, int To, int Amount)[] transfers)
    {
        var late = new List<ChildProcess>();
        var accounts = balances.Select((balance, number) => Account.Open(number, balance)).ToArray();
        foreach (var (from, to, amount) in transfers)
        {
            var child = ChildProcess.Create(Transfer, accounts[from], accounts[to], amount);
            child.Start();
            child.Join(TimeSpan.FromSeconds(1));
            late.Add(child);
        }

        late.ForEach(l => l.Join());

        return [.. accounts.Select(account => account.Close())];
    }

    private static void Transfer(Account from, Account to, int amount)
    {
        if (from.Number == to.Number)
            return;

        var (first, second) = from.Number < to.Number ? (from, to) : (to, from);
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
