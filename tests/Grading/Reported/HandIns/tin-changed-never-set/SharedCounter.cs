using ExerciseKit.Multiprocessing;

public static class SharedCounter
{
    public static int Run(int workers)
    {
        var counter = new SharedValue<Tin>(new Tin { Biscuits = workers });
        var gate = new ProcessLock();
        var children = Enumerable.Range(0, workers).Select(_ => ChildProcess.Create(Eat, counter, gate)).ToList();
        children.ForEach(child => child.Start());
        children.ForEach(child => child.Join());
        return counter.Value.Biscuits;
    }

    private static void Eat(SharedValue<Tin> counter, ProcessLock gate)
    {
        gate.Acquire();
        var tin = counter.Value;
        tin.Biscuits -= 1;
        gate.Release();
    }

    public sealed class Tin
    {
        public int Biscuits { get; set; }
    }
}
