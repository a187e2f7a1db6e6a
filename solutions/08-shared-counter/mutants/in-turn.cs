// expect: wrong verdict=violation check=together line=16,18,30,32
using ExerciseKit.Multiprocessing;

public static class SharedCounter
{
    private const string Left = "left";

    public static int Run(int workers)
    {
        var counter = new SharedDictionary<string, int> { [Left] = workers };
        var turn = new ProcessLock();
        var children = new List<ChildProcess>();
        for (var i = 0; i < workers; i++)
        {
            var next = new ProcessLock();
            next.Acquire();
            var child = ChildProcess.Create(Work, counter, turn, next);
            turn = next;
            child.Start();
            children.Add(child);
        }

        foreach (var child in children)
            child.Join();
        return counter[Left];
    }

    private static void Work(SharedDictionary<string, int> counter, ProcessLock mine, ProcessLock next)
    {
        mine.Acquire();
        counter[Left]--;
        next.Release();
    }
}
