using ExerciseKit.Multiprocessing;

public static class Bank
{
    public static int[] Run(int[] balances, (int From, int To, int Amount)[] transfers)
    {
        var book = balances.Select(balance => new SharedDictionary<string, int>([new("balance", balance)])).ToArray();
        var locks = Array.ConvertAll(balances, _ => new ProcessLock());
        var clerks = transfers
            .Select(t => (Low: Math.Min(t.From, t.To), High: Math.Max(t.From, t.To), Sum: t.From < t.To ? t.Amount : -t.Amount))
            .Select(t => ChildProcess.Create(Move, book[t.Low], book[t.High], locks[t.Low], locks[t.High], t.Low == t.High ? 0 : t.Sum))
            .ToList();
        clerks.ForEach(clerk => clerk.Start());
        clerks.ForEach(clerk => clerk.Join());
        return Array.ConvertAll(book, account => account["balance"]);
    }

    // From the lower account to the higher one; less than nothing is the other way.
    private static void Move(SharedDictionary<string, int> low, SharedDictionary<string, int> high, ProcessLock first, ProcessLock second, int sum)
    {
        if (sum == 0)
            return;
        using var one = first.EnterScope();
        using var other = second.EnterScope();
        low["balance"] -= sum;
        high["balance"] += sum;
    }
}
