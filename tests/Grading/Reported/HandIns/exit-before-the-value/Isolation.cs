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
        Environment.Exit(7);
        return (Money, there);
    }

    private static void Set(int value, ProcessQueue<int> back)
    {
        Money = value;
        back.Put(Money);
    }
}
