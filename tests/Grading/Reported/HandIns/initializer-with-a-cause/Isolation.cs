using ExerciseKit.Multiprocessing;

public static class Isolation
{
    public static int Money = 999;
    private static readonly int Bonus = new Dictionary<string, int>()["bonus"];

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
        Money = value + Bonus - Bonus;
        back.Put(Money);
    }
}
