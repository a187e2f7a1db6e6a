// expect: wrong verdict=violation check=own-process line=24,33
using ExerciseKit.Multiprocessing;

public static class SharedCounter
{
    private const string Left = "left";

    public static int Run(int workers)
    {
        var counter = new SharedDictionary<string, int> { [Left] = workers };
        var gate = new ProcessLock();
        var children = new List<ChildProcess>();
        var last = new SharedValue<int>(workers + 1);
        for (var i = 0; i < workers; i++)
        {
            var child = ChildProcess.Create(Work, last, gate);
            child.Start();
            children.Add(child);
        }

        foreach (var child in children)
        {
            child.Join();
            counter[Left]--;
        }

        return counter[Left];
    }

    private static void Work(SharedValue<int> last, ProcessLock gate)
    {
        using (gate.EnterScope())
            last.Value--;
    }
}
