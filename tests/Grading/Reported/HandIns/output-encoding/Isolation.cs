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
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        Console.InputEncoding = System.Text.Encoding.GetEncoding("utf-8");
        return (Money, there);
    }

    private static void Set(int value, ProcessQueue<int> back)
    {
        Money = value;
        back.Put(Money);
    }
}
