// expect: wrong verdict=violation check=child line=13,15,22
using ExerciseKit.Multiprocessing;

public static class Isolation
{
    public static int Money = 999;

    public static (int Parent, int Child) Run(int value)
    {
        var answers = new ProcessQueue<int>();
        var child = ChildProcess.Create(Change, value, answers);
        child.Start();
        answers.Get();
        child.Join();
        answers.Put(value);
        var inChild = answers.Get();
        return (Money, inChild);
    }

    private static void Change(int value, ProcessQueue<int> answers)
    {
        answers.Put(Money);
        Money = value;
    }
}
