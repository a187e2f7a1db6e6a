// expect: wrong verdict=violation check=ends-at-zero line=15
using ExerciseKit.Multiprocessing;

public static class SharedCounter
{
    public static int Run(int workers)
    {
        var counter = new SharedList<int>([workers]);
        var children = Enumerable.Range(0, workers).Select(_ => ChildProcess.Create(TakeOne, counter)).ToList();
        children.ForEach(child => child.Start());
        children.ForEach(child => child.Join());
        return counter[0];
    }

    private static void TakeOne(SharedList<int> counter) => counter[0]--;
}
