// expect: wrong verdict=violation check=admitted line=13,14
using ExerciseKit.Multiprocessing;

public static class Gate
{
    public static void Run(int visitors, int[] admissions)
    {
        var places = new SharedValue<int>(0);
        var gate = new ProcessCondition();
        var children = Enumerable.Range(1, visitors).Select(i => ChildProcess.Create(Visit, i, places, gate)).ToList();
        children.ForEach(child => child.Start());
        Admit(admissions[0], places, gate);
        if (admissions.Length > 1)
            Admit(visitors - admissions[0], places, gate);
        children.ForEach(child => child.Join());
    }

    private static void Admit(int n, SharedValue<int> places, ProcessCondition gate)
    {
        using (gate.EnterScope())
        {
            Console.WriteLine($"doorkeeper admits {n}");
            places.Value += n;
            gate.NotifyAll();
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
