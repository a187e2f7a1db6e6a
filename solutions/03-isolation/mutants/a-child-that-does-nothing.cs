// expect: wrong verdict=violation check=child line=13,16
using ExerciseKit.Multiprocessing;

public static class Isolation
{
    public static int Money = 999;

    public static (int Parent, int Child) Run(int value)
    {
        var child = ChildProcess.Create(Change, value);
        child.Start();
        child.Join();
        return (Money, value);
    }

    private static void Change(int value) => Money = value;
}
