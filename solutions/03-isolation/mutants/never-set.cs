// expect: wrong verdict=violation check=child line=20
using ExerciseKit.Multiprocessing;

public static class Isolation
{
    public static int Money = 999;

    public static (int Parent, int Child) Run(int value)
    {
        var answers = new ProcessQueue<int>();
        var child = ChildProcess.Create(Change, answers);
        child.Start();
        var inChild = answers.Get();
        child.Join();
        return (Money, inChild);
    }

    private static void Change(ProcessQueue<int> answers)
    {
        answers.Put(Money);
    }
}
