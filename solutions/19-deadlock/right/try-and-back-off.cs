using ExerciseKit.Multiprocessing;

public static class Bank
{
    public static int[] Run(int[] balances, (int From, int To, int Amount)[] transfers)
    {
        var vault = new Vault([.. balances.Select(_ => new ProcessLock())]);
        vault.Fill(balances);
        var clerks = transfers.Select(t => new Clerk(t, vault)).ToArray();
        foreach (var clerk in clerks)
            clerk.Start();
        foreach (var clerk in clerks)
            clerk.Join();
        return vault.ToArray();
    }

    private sealed class Clerk((int From, int To, int Amount) transfer, Vault vault) : ChildProcess
    {
        protected override void Run()
        {
            var (from, to, amount) = transfer;
            if (from == to)
            {
                Console.WriteLine("(nothing to do)");
                return;
            }

            // Whoever does not get the second lock gives the first one back, and tries again.
            while (!vault.TryTakeBoth(from, to))
            {
            }

            vault[from] -= amount;
            vault[to] += amount;
            vault.GiveBack(to, from);
        }
    }

    private sealed record Vault(ProcessLock[] Locks)
    {
        public int this[int account]
        {
            get => int.Parse(File.ReadAllText($"vault.{account}"));
            set => File.WriteAllText($"vault.{account}", value.ToString());
        }

        public void Fill(int[] balances)
        {
            for (var i = 0; i < balances.Length; i++)
                this[i] = balances[i];
        }

        public bool TryTakeBoth(int one, int other)
        {
            Locks[one].Acquire();
            if (Locks[other].TryAcquire())
                return true;
            Locks[one].Release();
            return false;
        }

        public void GiveBack(params int[] accounts)
        {
            foreach (var account in accounts)
                Locks[account].Release();
        }

        public int[] ToArray() => [.. Enumerable.Range(0, Locks.Length).Select(i => this[i])];
    }
}
