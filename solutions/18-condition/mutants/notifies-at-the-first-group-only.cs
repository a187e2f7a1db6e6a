// expect: wrong verdict=deadlock check=admitted line=23,24
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

        var isFirst = true;
        foreach (var n in admissions)
        {
            using (gate.EnterScope())
            {
                Console.WriteLine($"doorkeeper admits {n}");
                places.Value += n;
                if (isFirst)
                    gate.NotifyAll();
                isFirst = false;
            }
        }

        foreach (var child in children)
            child.Join();
    }

    private static void Visit(int i, SharedValue<int> places, ProcessCondition gate)
    {
        using (gate.EnterScope())
        {
            gate.WaitFor(() => places.Value > 0);
            places.Value--;
            Console.WriteLine($"visitor {i} enters");
        }
    }
}
