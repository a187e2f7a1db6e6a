// expect: wrong verdict=violation check=condition line=32,33,40
using ExerciseKit.Multiprocessing;

public static class Gate
{
    public static void Run(int visitors, int[] admissions)
    {
        var places = new SharedValue<int>(0);
        var gate = new ProcessCondition();
        var children = new List<ChildProcess>();
        for (var i = 1; i <= visitors; i++)
            children.Add(ChildProcess.Create(Visit, i, places, gate));
        foreach (var child in children)
            child.Start();

        foreach (var n in admissions)
        {
            using (gate.EnterScope())
            {
                Console.WriteLine($"doorkeeper admits {n}");
                places.Value += n;
                gate.NotifyAll();
            }
        }

        foreach (var child in children)
            child.Join();
    }

    private static void Visit(int i, SharedValue<int> places, ProcessCondition gate)
    {
        while (!TryEnter(i, places, gate))
            Thread.Sleep(100);
    }

    private static bool TryEnter(int i, SharedValue<int> places, ProcessCondition gate)
    {
        using (gate.EnterScope())
        {
            if (places.Value == 0)
                return false;
            places.Value--;
            Console.WriteLine($"visitor {i} enters");
            return true;
        }
    }
}
