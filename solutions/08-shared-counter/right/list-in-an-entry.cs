using ExerciseKit.Multiprocessing;

public static class SharedCounter
{
    public static int Run(int workers)
    {
        // How many there were, and how many are left.
        var entries = new SharedDictionary<string, List<long>>();
        entries["numbers"] = [workers, workers];
        var gate = new ProcessLock();
        var crew = new Stack<ChildProcess>();
        for (var i = 0; i < workers; i++)
            crew.Push(new Worker(entries, gate));
        foreach (var worker in crew)
            worker.Start();
        while (crew.TryPop(out var worker))
            worker.Join();
        return (int)entries["numbers"][^1];
    }
}

public class Worker(SharedDictionary<string, List<long>> entries, ProcessLock gate) : ChildProcess
{
    protected override void Run()
    {
        using (gate.EnterScope())
        {
            var numbers = entries["numbers"];
            numbers[1]--;
            entries["numbers"] = numbers;
        }
    }
}
