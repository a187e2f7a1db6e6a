// expect: wrong verdict=violation check=together line=22,24
using ExerciseKit.Multiprocessing;

public static class SharedCounter
{
    private const string Left = "left";

    public static int Run(int workers)
    {
        var counter = new SharedDictionary<string, int> { [Left] = workers };
        var here = new SharedDictionary<int, bool>();
        var turns = Enumerable.Range(0, workers + 1).Select(i => new ProcessSemaphore(i == 0 ? 1 : 0)).ToArray();
        var children = Enumerable.Range(0, workers).Select(i => ChildProcess.Create(Work, counter, here, turns, i)).ToList();
        children.ForEach(child => child.Start());
        children.ForEach(child => child.Join());
        return counter[Left];
    }

    private static void Work(SharedDictionary<string, int> counter, SharedDictionary<int, bool> here, ProcessSemaphore[] turns, int number)
    {
        here[number] = true;
        turns[number].Acquire();
        counter[Left]--;
        turns[number + 1].Release();
    }
}
