using ExerciseKit.Multiprocessing;

public static class Isolation
{
    public static int Money = 999;

    // Besides: what the child had before, in a queue of its own, a diary, and lines by both.
    public static (int Parent, int Child) Run(int value)
    {
        var (answers, before) = (new ProcessQueue<int>(), new ProcessQueue<string>());
        var child = ChildProcess.Create(Change, value, answers, before);
        child.Start();
        Console.WriteLine($"the child had {before.Get()}");
        var inChild = answers.Get();
        child.Join();
        Console.WriteLine($"{Money} here, {inChild} there; {File.ReadAllText("diary.txt")}");
        return (Money, inChild);
    }

    private static void Change(int value, ProcessQueue<int> answers, ProcessQueue<string> before)
    {
        before.Put($"{Money}");
        Money = value;
        File.WriteAllText("diary.txt", $"now it is {Money}");
        answers.Put(Money);
    }
}
