// expect: wrong verdict=violation check=together line=16
using ExerciseKit.Multiprocessing;

public static class SharedCounter
{
    private const string Left = "left";

    public static int Run(int workers)
    {
        var counter = new SharedDictionary<string, int> { [Left] = workers };
        var gate = new ProcessLock();
        for (var i = 0; i < workers; i++)
        {
            var child = ChildProcess.Create(Work, counter, gate);
            child.Start();
            child.Join();
        }

        return counter[Left];
    }

    private static void Work(SharedDictionary<string, int> counter, ProcessLock gate)
    {
        using (gate.EnterScope())
            counter[Left]--;
    }
}
