// expect: wrong verdict=deadlock check=all-enter line=6,23,35
using ExerciseKit.Multiprocessing;

public static class Gate
{
    private static readonly ProcessCondition gate = new();

    public static void Run(int visitors, int[] admissions)
    {
        var places = new SharedValue<int>(0);
        var children = new List<ChildProcess>();
        for (var i = 1; i <= visitors; i++)
            children.Add(ChildProcess.Create(Visit, i, places));
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

    private static void Visit(int i, SharedValue<int> places)
    {
        using (gate.EnterScope())
        {
            gate.WaitFor(() => places.Value > 0);
            places.Value--;
            Console.WriteLine($"visitor {i} enters");
        }
    }
}
