// expect: wrong verdict=violation check=admitted line=17,29
using ExerciseKit.Multiprocessing;

public static class Gate
{
    public static void Run(int visitors, int[] admissions)
    {
        var isOpen = new SharedValue<bool>(false);
        var gate = new ProcessCondition();
        var children = Enumerable.Range(1, visitors).Select(i => ChildProcess.Create(Visit, i, isOpen, gate)).ToList();
        children.ForEach(child => child.Start());
        foreach (var n in admissions)
        {
            using (gate.EnterScope())
            {
                Console.WriteLine($"doorkeeper admits {n}");
                isOpen.Value = true;
                gate.NotifyAll();
            }
        }

        children.ForEach(child => child.Join());
    }

    private static void Visit(int i, SharedValue<bool> isOpen, ProcessCondition gate)
    {
        using (gate.EnterScope())
        {
            gate.WaitFor(() => isOpen.Value);
            Console.WriteLine($"visitor {i} enters");
        }
    }
}
