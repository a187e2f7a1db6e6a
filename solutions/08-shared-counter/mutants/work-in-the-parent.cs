// expect: wrong verdict=violation check=own-process line=13
using ExerciseKit.Multiprocessing;

public static class SharedCounter
{
    private const string Left = "left";

    public static int Run(int workers)
    {
        var counter = new SharedDictionary<string, int> { [Left] = workers };
        var gate = new ProcessLock();
        for (var i = 0; i < workers; i++)
            Work(counter, gate);
        return counter[Left];
    }

    private static void Work(SharedDictionary<string, int> counter, ProcessLock gate)
    {
        using (gate.EnterScope())
            counter[Left]--;
    }
}
