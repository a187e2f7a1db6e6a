using ExerciseKit.Multiprocessing;

public static class SharedCounter
{
    private const int Steps = 120;

    public static int Run(int workers)
    {
        File.WriteAllText("journal.txt", new string('-', 24_000));
        var counter = new SharedList<int>([workers]);
        var children = Enumerable.Range(1, workers).Select(i => ChildProcess.Create(Work, counter, Steps * i / (workers + 1))).ToList();
        children.ForEach(child => child.Start());
        children.ForEach(child => child.Join());
        return counter[0];
    }

    private static void Work(SharedList<int> counter, int when)
    {
        for (var step = 0; step < Steps; step++)
        {
            if (step == when)
                counter[0]--;
            else
                _ = counter.Count + step;
        }
    }
}
