using ExerciseKit.Multiprocessing;

public static class SharedCounter
{
    // Who holds the token may touch the counter: the queue is the lock.
    public static int Run(int workers)
    {
        var counter = new Tally(new SharedDictionary<string, int>(), new ProcessQueue<string>());
        counter.Entries["count"] = 0;
        counter.Entries["count"] = workers;
        counter.Token.Put("token");
        var children = Enumerable.Range(1, workers).Select(i => ChildProcess.Create(Work, counter, $"worker {i}")).ToList();
        children.ForEach(child => child.Start());
        children.ForEach(child => child.Join());
        return counter.Entries["count"];
    }

    private static void Work(Tally counter, string name)
    {
        var token = counter.Token.Get();
        var before = counter.Entries["count"];
        counter.Entries["count"] = before - 1;
        counter.Entries[name] = before;
        counter.Token.Put(token);
    }

    private sealed record Tally(SharedDictionary<string, int> Entries, ProcessQueue<string> Token);
}
