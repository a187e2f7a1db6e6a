using ExerciseKit.Multiprocessing;

public static class Isolation
{
    public static int Money = 999;

    public static (int Parent, int Child) Run(int value)
    {
        var back = new ProcessQueue<int>();
        var child = ChildProcess.Create(Set, value, back);
        child.Start();
        var there = back.Get();
        child.Join();
        return (Money, there);
    }

    private static void Set(int value, ProcessQueue<int> back)
    {
        var x = 0L;
        for (var i = 0; i < 120_000_000; i++)
            x += i & value;
        Money = x == -1 ? 0 : value;
        back.Put(Money);
    }
}
