// expect: wrong verdict=deadlock check=child line=8,14,22
using ExerciseKit.Multiprocessing;

public static class Isolation
{
    public static int Money = 999;

    private static readonly ProcessQueue<int> answers = new();

    public static (int Parent, int Child) Run(int value)
    {
        var child = ChildProcess.Create(Change, value);
        child.Start();
        var inChild = answers.Get();
        child.Join();
        return (Money, inChild);
    }

    private static void Change(int value)
    {
        Money = value;
        answers.Put(Money);
    }
}
