// expect: wrong verdict=violation check=child line=20,21
using ExerciseKit.Multiprocessing;

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
        answers.Put(Money);
        Money = value;
    }
}
