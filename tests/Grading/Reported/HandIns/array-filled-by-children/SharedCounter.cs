using ExerciseKit.Multiprocessing;

public static class SharedCounter
{
    public static int Run(int workers)
    {
        var counter = new SharedValue<int>(workers);
        var taken = new int[workers];
        for (var i = 0; i < workers; i++)
        {
            var child = ChildProcess.Create(Take, taken, i);
            child.Start();
            child.Join();
        }

        counter.Value = workers - taken.Sum();
        return counter.Value;
    }

    private static void Take(int[] taken, int place) => taken[place] = 1;
}
