// expect: wrong verdict=violation check=ends-at-zero line=19
using ExerciseKit.Multiprocessing;

public static class SharedCounter
{
    public static int Run(int workers)
    {
        var tally = new SharedValue<Tally>(new Tally { Left = workers });
        var gate = new ProcessLock();
        var children = Enumerable.Range(0, workers).Select(_ => ChildProcess.Create(Work, tally, gate)).ToList();
        children.ForEach(child => child.Start());
        children.ForEach(child => child.Join());
        return tally.Value.Left;
    }

    private static void Work(SharedValue<Tally> tally, ProcessLock gate)
    {
        using (gate.EnterScope())
            tally.Value.Left--;
    }

    private sealed class Tally
    {
        public int Left { get; set; }
    }
}
