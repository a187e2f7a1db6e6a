// expect: wrong verdict=violation check=condition line=30,33
using ExerciseKit.Multiprocessing;

public static class Gate
{
    public static void Run(int visitors, int[] admissions)
    {
        var places = new SharedValue<int>(0);
        var gate = new ProcessCondition();
        var children = Enumerable.Range(1, visitors).Select(i => ChildProcess.Create(Visit, i, places, gate)).ToList();
        children.ForEach(child => child.Start());
        foreach (var n in admissions)
        {
            using (gate.EnterScope())
            {
                Console.WriteLine($"doorkeeper admits {n}");
                places.Value += n;
                gate.NotifyAll();
            }
        }

        children.ForEach(child => child.Join());
    }

    private static void Visit(int i, SharedValue<int> places, ProcessCondition gate)
    {
        gate.Acquire();
        if (places.Value == 0)
            gate.Wait();
        while (places.Value == 0)
        {
            gate.Release();
            Thread.Sleep(200);
            gate.Acquire();
        }

        places.Value--;
        Console.WriteLine($"visitor {i} enters");
        gate.Release();
    }
}
