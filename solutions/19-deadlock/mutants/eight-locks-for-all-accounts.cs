// expect: wrong verdict=violation check=overlap line=9,19,20
using ExerciseKit.Multiprocessing;

public static class Bank
{
    public static int[] Run(int[] balances, (int From, int To, int Amount)[] transfers)
    {
        var list = new SharedList<int>(balances);
        var locks = Enumerable.Range(0, 8).Select(_ => new ProcessLock()).ToArray();
        var all = Array.ConvertAll(transfers, t => ChildProcess.Create(Move, list, locks, t));
        foreach (var p in all) p.Start();
        foreach (var p in all) p.Join();
        return list.ToArray();
    }

    static void Move(SharedList<int> list, ProcessLock[] locks, (int From, int To, int Amount) t)
    {
        if (t.From == t.To) return;
        var needed = new SortedSet<int> { t.From % 8, t.To % 8 };
        foreach (var n in needed) locks[n].Acquire();
        list[t.From] -= t.Amount;
        list[t.To] += t.Amount;
        foreach (var n in needed) locks[n].Release();
    }
}
