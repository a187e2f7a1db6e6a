// expect: wrong verdict=violation check=all-enter line=15,17,24
using ExerciseKit.Multiprocessing;

public static class Gate
{
    public static void Run(int visitors, int[] admissions)
    {
        var gate = new ProcessCondition();
        var children = Enumerable.Range(1, visitors).Select(_ => ChildProcess.Create(Idle, gate)).ToList();
        children.ForEach(child => child.Start());
        children.ForEach(child => child.Join());
        var next = 1;
        foreach (var n in admissions)
        {
            Console.WriteLine($"doorkeeper admits {n}");
            for (var i = 0; i < n; i++)
                Console.WriteLine($"visitor {next++} enters");
        }
    }

    private static void Idle(ProcessCondition gate)
    {
        using (gate.EnterScope())
            gate.Wait(TimeSpan.FromMilliseconds(10));
    }
}
