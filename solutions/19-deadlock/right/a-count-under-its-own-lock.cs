using ExerciseKit.Multiprocessing;

public static class Bank
{
    // The accounts are entries of a dictionary. Beside the task, each child counts itself, and the parent adds a line of its own to a journal.
    public static int[] Run(int[] balances, (int From, int To, int Amount)[] transfers)
    {
        var accounts = new SharedDictionary<int, int>();
        for (var i = 0; i < balances.Length; i++)
            accounts[i] = balances[i];
        var (made, counting) = (new SharedValue<int>(0), new ProcessLock());
        var locks = Array.ConvertAll(balances, _ => new ProcessSemaphore(1));
        var children = Array.ConvertAll(transfers, transfer => ChildProcess.Create(Transfer, transfer, accounts, locks, made, counting));
        foreach (var child in children)
            child.Start();
        File.WriteAllText("journal.txt", $"{children.Length} started\n");
        foreach (var child in children)
            child.Join();
        File.AppendAllText("journal.txt", $"{made.Value} made\n");
        return [.. balances.Select((_, i) => accounts[i])];
    }

    private static void Transfer(
        (int From, int To, int Amount) transfer, SharedDictionary<int, int> accounts, ProcessSemaphore[] locks, SharedValue<int> made, ProcessLock counting)
    {
        var (from, to, amount) = transfer;
        if (from != to)
        {
            var (low, high) = from < to ? (from, to) : (to, from);
            locks[low].Acquire();
            locks[high].Acquire();
            accounts[from] -= amount;
            accounts[to] += amount;
            locks[high].Release();
            locks[low].Release();
        }

        using var turn = counting.EnterScope();
        made.Value++;
    }
}
