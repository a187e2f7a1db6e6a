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
        Money = value;
        Wait.Each(() => Console.ReadLine());
        back.Put(Money);
    }

    private static class Wait
    {
        public static void Each(Action what) => what();
    }
}
