// expect: wrong verdict=violation check=together line=13,18
using ExerciseKit.Multiprocessing;

public static class SharedCounter
{
    private const int Crew = 4;

    public static int Run(int workers)
    {
        var left = new SharedValue<int>(workers);
        var gate = new ProcessLock();
        var children = Enumerable.Range(0, workers).Select(_ => ChildProcess.Create(TakeOne, left, gate)).ToArray();
        foreach (var crew in children.Chunk(Crew))
        {
            foreach (var child in crew)
                child.Start();
            foreach (var child in crew)
                child.Join();
        }

        return left.Value;
    }

    private static void TakeOne(SharedValue<int> left, ProcessLock gate)
    {
        using (gate.EnterScope())
            left.Value--;
    }
}
