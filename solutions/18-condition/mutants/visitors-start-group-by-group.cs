// expect: wrong verdict=violation check=condition line=21,22
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
        var next = 0;
        foreach (var n in admissions)
        {
            Console.WriteLine($"doorkeeper admits {n}");
            var group = children.GetRange(next, n);
            next += n;
            using (gate.EnterScope())
                places.Value += n;
            group.ForEach(child => child.Start());
            group.ForEach(child => child.Join());
        }

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
