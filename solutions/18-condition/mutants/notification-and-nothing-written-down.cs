// expect: wrong verdict=deadlock check=all-enter line=20,32
using ExerciseKit.Multiprocessing;

public static class Gate
{
    public static void Run(int visitors, int[] admissions)
    {
        var gate = new ProcessCondition();
        var children = new List<ChildProcess>();
        for (var i = 1; i <= visitors; i++)
            children.Add(ChildProcess.Create(Visit, i, gate));
        foreach (var child in children)
            child.Start();

        foreach (var n in admissions)
        {
            using (gate.EnterScope())
            {
                Console.WriteLine($"doorkeeper admits {n}");
                gate.Notify(n);
            }
        }

        foreach (var child in children)
            child.Join();
    }

    private static void Visit(int i, ProcessCondition gate)
    {
        using (gate.EnterScope())
        {
            gate.Wait();
            Console.WriteLine($"visitor {i} enters");
        }
    }
}
