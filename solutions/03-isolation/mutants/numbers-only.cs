// expect: wrong verdict=violation check=parent line=8
using ExerciseKit.Multiprocessing;

public static class Isolation
{
    public static int Money = 999;

    public static (int Parent, int Child) Run(int value) => (Money, value);
}
