// 父进程与子进程
using ExerciseKit.Multiprocessing;

/// <summary>A static field that is changed in one of two processes.</summary>
public static class Isolation
{
    public static int Money = 999;

    public static (int Parent, int Child) Run(int value)
    {
        var answers = new ProcessQueue<int>();
        var child = ChildProcess.Create(Change, value, answers);
        child.Start();
        var inChild = answers.Get();
        child.Join();
        return (Money, inChild);
    }

    private static void Change(int value, ProcessQueue<int> answers)
    {
        Money = value;
        answers.Put(Money);
    }
}
