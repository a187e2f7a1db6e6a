// expect: wrong verdict=violation check=parent line=11
using ExerciseKit.Multiprocessing;

public static class Isolation
{
    public static int Money = 999;

    public static (int Parent, int Child) Run(int value)
    {
        var answers = new ProcessQueue<int>();
        Change(value, answers);
        var inChild = answers.Get();
        return (Money, inChild);
    }

    private static void Change(int value, ProcessQueue<int> answers)
    {
        Money = value;
        answers.Put(Money);
    }
}
