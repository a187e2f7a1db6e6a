// expect: wrong verdict=violation check=ends-at-zero line=15
using ExerciseKit.Multiprocessing;

public static class SharedCounter
{
    public static int Run(int workers)
    {
        var tally = new SharedValue<Tally>(new Tally(workers));
        var children = Enumerable.Range(0, workers).Select(_ => ChildProcess.Create(Work, tally)).ToList();
        children.ForEach(child => child.Start());
        children.ForEach(child => child.Join());
        return tally.Value.Left;
    }

    private static void Work(SharedValue<Tally> tally) => tally.Value = new Tally(tally.Value.Left - 1);

    private sealed record Tally(int Left);
}
