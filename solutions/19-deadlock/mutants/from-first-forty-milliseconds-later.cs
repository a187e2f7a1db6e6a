// expect: wrong verdict=deadlock check=opposite line=27,28,29
using ExerciseKit.Multiprocessing;

public static class Bank
{
    public static int[] Run(int[] balances, (int From, int To, int Amount)[] transfers)
    {
        var accounts = balances.Select((balance, number) => Account.Open(number, balance)).ToArray();
        var children = new List<ChildProcess>();
        foreach (var (from, to, amount) in transfers)
        {
            var child = ChildProcess.Create(Transfer, accounts[from], accounts[to], amount, children.Count);
            child.Start();
            children.Add(child);
        }

        foreach (var child in children)
            child.Join();
        return [.. accounts.Select(account => account.Close())];
    }

    private static void Transfer(Account from, Account to, int amount, int place)
    {
        if (from.Number == to.Number)
            return;

        Thread.Sleep(place * 40);
        using (from.Lock.EnterScope())
        using (to.Lock.EnterScope())
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
