using ExerciseKit.Multiprocessing;

namespace Course.Locks;

public static class Bank
{
    public static int[] Run(int[] balances, (int From, int To, int Amount)[] transfers)
    {
        ProcessLock[] locks = new ProcessLock[balances.Length];
        for (int i = 0; i < balances.Length; i++)
        {
            locks[i] = new ProcessLock();
            File.WriteAllText("balance" + i, balances[i].ToString());
        }

        Transfer[] all = new Transfer[transfers.Length];
        for (int i = 0; i < transfers.Length; i++)
        {
            all[i] = new Transfer(transfers[i].From, transfers[i].To, transfers[i].Amount, locks);
        }

        for (int i = 0; i < all.Length; i++)
        {
            all[i].Start();
        }

        for (int i = 0; i < all.Length; i++)
        {
            all[i].Join();
        }

        int[] result = new int[balances.Length];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = int.Parse(File.ReadAllText("balance" + i));
        }

        return result;
    }
}

public class Transfer : ChildProcess
{
    private readonly int from;
    private readonly int to;
    private readonly int amount;
    private readonly ProcessLock[] locks;

    public Transfer(int from, int to, int amount, ProcessLock[] locks)
    {
        this.from = from;
        this.to = to;
        this.amount = amount;
        this.locks = locks;
    }

    protected override void Run()
    {
        if (from == to)
        {
            return;
        }

        ProcessLock high = locks[Math.Max(from, to)];
        high.Acquire();
        try
        {
            ProcessLock low = locks[Math.Min(from, to)];
            low.Acquire();
            try
            {
                Add(from, -amount);
                Add(to, amount);
            }
            finally
            {
                low.Release();
            }
        }
        finally
        {
            high.Release();
        }
    }

    private void Add(int account, int change)
    {
        int balance = int.Parse(File.ReadAllText("balance" + account));
        Thread.Sleep(10);
        File.WriteAllText("balance" + account, (balance + change).ToString());
    }
}
