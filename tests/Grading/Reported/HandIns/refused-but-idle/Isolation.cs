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
        back.Put(Money);
    }

    private static void Debugging()
    {
        var worker = new Thread(() => Console.ReadLine());
        worker.Start();
    }

    private static async Task Later()
    {
        await Task.Delay(1);
        Debugging();
    }
}
