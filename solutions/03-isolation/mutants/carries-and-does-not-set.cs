// expect: wrong verdict=violation check=child line=19
using ExerciseKit.Multiprocessing;

public static class Isolation
{
    public static int Money = 999;

    // The number goes there and back, and no field is set anywhere.
    public static (int Parent, int Child) Run(int value)
    {
        var answers = new ProcessQueue<int>();
        var carrier = ChildProcess.Create(Carry, answers, value);
        carrier.Start();
        var brought = answers.Get();
        carrier.Join();
        return (Money, brought);
    }

    private static void Carry(ProcessQueue<int> answers, int value) => answers.Put(value);
}
