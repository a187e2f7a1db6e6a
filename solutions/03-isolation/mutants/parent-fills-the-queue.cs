// expect: wrong verdict=violation check=child line=13
using ExerciseKit.Multiprocessing;

public static class Isolation
{
    public static int Money = 999;

    public static (int Parent, int Child) Run(int value)
    {
        var answers = new ProcessQueue<int>();
        var child = ChildProcess.Create(Change, value);
        child.Start();
        answers.Put(value);
        var inChild = answers.Get();
        child.Join();
        return (Money, inChild);
    }

    private static void Change(int value)
    {
        Money = value;
    }
}
