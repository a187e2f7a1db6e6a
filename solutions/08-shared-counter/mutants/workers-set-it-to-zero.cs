// expect: wrong verdict=violation check=ends-at-zero line=28
using ExerciseKit.Multiprocessing;

public static class SharedCounter
{
    private const string Left = "left";

    public static int Run(int workers)
    {
        var counter = new SharedDictionary<string, int> { [Left] = workers };
        var gate = new ProcessLock();
        var children = new List<ChildProcess>();
        for (var i = 0; i < workers; i++)
        {
            var child = ChildProcess.Create(Work, counter, gate);
            child.Start();
            children.Add(child);
        }

        foreach (var child in children)
            child.Join();
        return counter[Left];
    }

    private static void Work(SharedDictionary<string, int> counter, ProcessLock gate)
    {
        using (gate.EnterScope())
            counter[Left] = 0;
    }
}
