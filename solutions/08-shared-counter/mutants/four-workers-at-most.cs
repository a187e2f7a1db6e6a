// expect: wrong verdict=violation check=any-number line=13,16,24
using ExerciseKit.Multiprocessing;

public static class SharedCounter
{
    private const string Left = "left";

    public static int Run(int workers)
    {
        var counter = new SharedDictionary<string, int> { [Left] = workers };
        var gate = new ProcessLock();
        var children = new List<ChildProcess>();
        var hands = Math.Min(workers, 4);
        for (var i = 0; i < hands; i++)
        {
            var child = ChildProcess.Create(Work, counter, gate, workers / hands);
            child.Start();
            children.Add(child);
        }

        foreach (var child in children)
            child.Join();
        for (var i = hands; i < workers; i++)
            Work(counter, gate, 1);
        return counter[Left];
    }

    private static void Work(SharedDictionary<string, int> counter, ProcessLock gate, int times)
    {
        for (var i = 0; i < times; i++)
        {
            using (gate.EnterScope())
                counter[Left]--;
        }
    }
}
